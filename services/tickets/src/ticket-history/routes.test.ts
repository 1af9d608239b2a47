import { later, record } from '@boxoffice/common/testing';
import { TicketHistoryReply, TicketListed } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  detailsChanged,
  holdExtended,
  listed,
  price,
  released,
  repriced,
  reserved,
  returned,
  sold,
  stream,
  ticketId,
  withdrawn,
} from '../controls.ts';
import { startTickets } from '../testing.ts';

const path = `/api/tickets/${ticketId}/history`;

describe('GET /api/tickets/:id/history', () => {
  test('tells all that happened, and not who bought', async () => {
    await using api = await startTickets();
    const other = { 'order-1': [{ type: 'OrderOfTomorrow', version: 9, data: {} }] };
    const bought = [[reserved], [holdExtended], [sold], [returned]];
    const history = [[listed], [repriced, detailsChanged], [reserved], [released], ...bought];
    for (const events of history) await record(api.log, { [stream]: events, ...other });
    const reply = await api.send('GET', path);
    expect(TicketHistoryReply.strict().parse(reply.body)).toEqual(reply.body);
    expect(reply).toMatchObject({ status: 200 });
    expect(reply.body.items).toEqual([
      { position: 1, at: later(1), what: 'listed', price },
      { position: 2, at: later(2), what: 'repriced', price: repriced.data.price },
      { position: 2, at: later(2), what: 'changed' },
      { position: 3, at: later(3), what: 'reserved' },
      { position: 4, at: later(4), what: 'released' },
      { position: 5, at: later(5), what: 'reserved' },
      { position: 6, at: later(6), what: 'extended' },
      { position: 7, at: later(7), what: 'sold', price },
      { position: 8, at: later(8), what: 'returned' },
    ]);
    expect(reply.text).not.toMatch(buyerId);
  });

  test('tells of a ticket that was withdrawn', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] }, { [stream]: [withdrawn] });
    const { body } = await api.send('GET', path);
    expect(body.items.map(({ what }: { what: string }) => what)).toEqual(['listed', 'withdrawn']);
  });

  test('tells nothing of another ticket in the same commit', async () => {
    await using api = await startTickets();
    const other = sampleOf(TicketListed, { ticketId: ticketId.replace(/1$/, '2') });
    await record(api.log, { [stream]: [listed], [`ticket-${other.data.ticketId}`]: [other] });
    const { body } = await api.send('GET', path);
    expect(body.items).toHaveLength(1);
  });

  test('of a ticket that is not there', async () => {
    await using api = await startTickets();
    await api.refused('ticket-not-found', undefined, 'GET', path);
  });
});
