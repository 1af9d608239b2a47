import { later, projected } from '@boxoffice/common/testing';
import { type TicketEvent, TicketListed } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  details,
  detailsChanged,
  holdExtended,
  listed,
  price,
  released,
  repriced,
  reserved,
  returned,
  sellerId,
  sold,
  stream,
  ticketId,
  withdrawn,
} from '../controls.ts';
import { NO_DATE, ticketListings } from './projection.ts';

const after = async (...events: TicketEvent[]) => {
  const documents = await projected(ticketListings, ...events.map((event) => ({ [stream]: [event] })));
  expect([...documents.keys()]).toEqual([ticketId]);
  return documents.get(ticketId);
};

const fresh = {
  _id: ticketId,
  position: 1,
  sellerId,
  ...details,
  price,
  status: 'available',
  listedAt: later(1),
  changedAt: later(1),
  revision: 1,
  words: ['zoe', 'the', 'night', 'owls', 'tempodrom', 'berlin'],
  cityKey: 'berlin',
  starts: details.startsAt,
  day: '2027-03-01',
};

describe('a listing', () => {
  test('listed', async () => {
    expect(await after(listed)).toStrictEqual(fresh);
  });

  test('repriced', async () => {
    const changed = { position: 2, revision: 2, changedAt: later(2) };
    expect(await after(listed, repriced)).toStrictEqual({ ...fresh, ...changed, price: repriced.data.price });
  });

  test('changed: what is left out is gone, and it is found by its new words', async () => {
    const { ticketId: _, ...others } = detailsChanged.data;
    const { row: _row, seat: _seat, ...kept } = fresh;
    expect(await after(listed, detailsChanged)).toStrictEqual({
      ...kept,
      ...others,
      position: 2,
      revision: 2,
      changedAt: later(2),
      words: ['zoe', 'the', 'night', 'owls', 'columbiahalle', 'berlin'],
    });
  });

  test('withdrawn', async () => {
    const changed = { position: 2, revision: 2, changedAt: later(2) };
    expect(await after(listed, withdrawn)).toStrictEqual({ ...fresh, ...changed, status: 'withdrawn' });
  });

  test('reserved until its hold ends', async () => {
    const changed = { position: 2, revision: 2, changedAt: later(2), reservedUntil: reserved.data.expiresAt };
    expect(await after(listed, reserved)).toStrictEqual({ ...fresh, ...changed, status: 'reserved' });
  });

  test('reserved for longer when its hold is extended', async () => {
    const { expiresAt: reservedUntil } = holdExtended.data;
    const changed = { position: 3, revision: 3, changedAt: later(3), reservedUntil };
    expect(await after(listed, reserved, holdExtended)).toStrictEqual({ ...fresh, ...changed, status: 'reserved' });
    expect(reservedUntil > reserved.data.expiresAt).toBe(true);
  });

  test('released: for sale as before', async () => {
    const changed = { position: 3, revision: 3, changedAt: later(3) };
    expect(await after(listed, reserved, released)).toStrictEqual({ ...fresh, ...changed });
  });

  test('sold', async () => {
    const changed = { position: 3, revision: 3, changedAt: later(3) };
    expect(await after(listed, reserved, sold)).toStrictEqual({ ...fresh, ...changed, status: 'sold' });
  });

  test('returned: for sale as before', async () => {
    const changed = { position: 4, revision: 4, changedAt: later(4) };
    expect(await after(listed, reserved, sold, returned)).toStrictEqual({ ...fresh, ...changed });
  });

  test('withdrawn when its sale is undone', async () => {
    const changed = { position: 4, revision: 4, changedAt: later(4) };
    expect(await after(listed, reserved, sold, withdrawn)).toStrictEqual({ ...fresh, ...changed, status: 'withdrawn' });
  });

  test('of a show without a date or a place comes after all others and has no city', async () => {
    const vague = sampleOf(TicketListed, {
      venue: undefined,
      city: undefined,
      startsAt: undefined,
      timeZone: undefined,
    });
    const document = await after(vague);
    expect(document).toMatchObject({ words: ['zoe', 'the', 'night', 'owls'], starts: NO_DATE });
    expect(document).not.toHaveProperty('cityKey');
    expect(document).not.toHaveProperty('startsAt');
    expect(document).not.toHaveProperty('day');
  });

  test('keeps two events of one commit at one revision', async () => {
    const documents = await projected(ticketListings, { [stream]: [listed] }, { [stream]: [detailsChanged, repriced] });
    const changed = { revision: 2, price: repriced.data.price, venue: 'Columbiahalle' };
    expect(documents.get(ticketId)).toMatchObject(changed);
  });

  test.each([repriced, detailsChanged, withdrawn, reserved, holdExtended, released, sold, returned])(
    'never begins with $type',
    async (event) => {
      await expect(after(event)).rejects.toThrow(`cannot take in position 1: ${event.type} before TicketListed`);
    },
  );
});

test('tickets do not touch each other, nor do orders touch them', async () => {
  const other = '71c4e700-0000-4000-8000-000000000002';
  const documents = await projected(
    ticketListings,
    { [stream]: [listed] },
    { [`ticket-${other}`]: [sampleOf(TicketListed, { ticketId: other })] },
    { [stream]: [withdrawn], 'order-1': [{ type: 'OrderOfTomorrow', version: 9, data: {} }] },
  );
  expect(documents.get(ticketId)).toMatchObject({ status: 'withdrawn', position: 3 });
  expect(documents.get(other)).toMatchObject({ status: 'available', position: 2, revision: 1 });
});
