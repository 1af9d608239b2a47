import { later, record } from '@boxoffice/common/testing';
import { MAX_PRICES, TicketHistoryReply, TicketListed, type TicketView } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import fc from 'fast-check';
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
import { histories } from '../ticket-listing/histories.controls.ts';

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
    const { price: now } = repriced.data;
    expect(reply.body.prices).toEqual([
      { at: later(1), price },
      { at: later(2), price: now },
    ]);
    expect(reply.body.ticket).toMatchObject({ id: ticketId, price: now, status: 'available', revision: 8 });
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

  test('comes in pages when it is long, each with the ticket and its prices', async () => {
    await using api = await startTickets();
    for (const events of [[listed], [repriced, detailsChanged], [reserved]])
      await record(api.log, { [stream]: events });
    const first = await api.send('GET', `${path}?limit=2`);
    const second = await api.send('GET', `${path}?limit=2&cursor=${first.body.nextCursor}`);
    expect([...first.body.items, ...second.body.items].map(({ what }) => what)).toEqual([
      ...['listed', 'repriced', 'changed', 'reserved'],
    ]);
    expect(second.body).not.toHaveProperty('nextCursor');
    expect(second.body).toMatchObject({ ticket: first.body.ticket, prices: first.body.prices });
  });

  test('has only the latest of a great many prices', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] }, { [stream]: Array.from({ length: MAX_PRICES }, () => repriced) });
    const { body } = await api.send('GET', path);
    expect(body.prices).toHaveLength(MAX_PRICES);
    expect(body.prices[0]).toEqual({ at: later(2), price: repriced.data.price });
  });
});

describe('GET /api/tickets/:id/history?asOf', () => {
  test('tells nothing that was still to come', async () => {
    await using api = await startTickets();
    for (const events of [[listed], [repriced], [reserved]]) await record(api.log, { [stream]: events });
    const { body } = await api.send('GET', `${path}?asOf=${later(2)}`);
    expect(body.items.map(({ what }: { what: string }) => what)).toEqual(['listed', 'repriced']);
    expect(body.ticket).toMatchObject({ status: 'available', price: repriced.data.price, revision: 2 });
    expect(body.ticket).not.toHaveProperty('reservedUntil');
  });

  test.each([later(1), '2027-01-01T13:00:01+01:00', '2027-01-01T12:00:01Z'])('takes a moment as %s', async (asOf) => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] }, { [stream]: [repriced] });
    const { body } = await api.send('GET', `${path}?asOf=${encodeURIComponent(asOf)}`);
    expect(body.items).toHaveLength(1);
  });

  test('of a moment that is still to come is as of now', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] }, { [stream]: [repriced] });
    const [now, then] = [await api.send('GET', path), await api.send('GET', `${path}?asOf=2999-01-01T00:00:00Z`)];
    expect(then.body).toEqual(now.body);
  });

  test('before it was listed there is no ticket', async () => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] });
    await api.refused('ticket-not-found', undefined, 'GET', `${path}?asOf=${later(0.999)}`);
  });

  test.each([
    ['asOf', 'yesterday'],
    ['asOf', '2027-01-01'],
    ['asOf', '2027-02-30T00:00:00Z'],
    ['asOf', '1767225600000'],
    ['asOf', ''],
    ['asOf', '2027-01-01T00:00:00Z&asOf=2027-01-02T00:00:00Z'],
    ['cursor', '7'],
    ['cursor', Buffer.from('["after",-1]').toString('base64url')],
    ['cursor', Buffer.from('["startsAt","x","y"]').toString('base64url')],
    ['limit', '101'],
    ['before', '7'],
  ])('refuses %s=%s', async (field, value) => {
    await using api = await startTickets();
    await record(api.log, { [stream]: [listed] });
    await api.refused('invalid-input', field, 'GET', `${path}?${field}=${value}`);
  });

  test('is the ticket as it was shown then, at every position', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        await using api = await startTickets();
        const seen: { id: string; position: number; shown: TicketView }[] = [];
        for (const happened of history) {
          await record(api.log, happened);
          const [name = ''] = Object.keys(happened);
          const id = name.slice('ticket-'.length);
          const shown = await api.send('GET', `/api/tickets/${id}`);
          seen.push({ id, position: await api.log.head(), shown: shown.body });
        }
        for (const { id, position, shown } of seen) {
          const then = await api.send('GET', `/api/tickets/${id}/history?asOf=${later(position)}`);
          expect(then.body.ticket).toEqual(shown);
          expect(then.body.items.at(-1)).toMatchObject({ position });
          expect(then.body.prices.at(-1)).toMatchObject({ price: shown.price });
        }
      }),
      { numRuns: 20 },
    );
  });
});
