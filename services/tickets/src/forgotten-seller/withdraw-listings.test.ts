import { catchUp, memoryReadModels, openSqliteEventLog } from '@boxoffice/common';
import { reacted, record, testClock } from '@boxoffice/common/testing';
import { streamName, UserForgotten, UserSignedUp } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { listed, released, reserved, returned, sellerId, sold, stream, ticketId } from '../controls.ts';
import { type TicketListing, ticketListings } from '../ticket-listing/projection.ts';
import { withdrawListings } from './withdraw-listings.ts';

const gone = { [streamName('user', sellerId)]: [UserForgotten.of({ userId: sellerId })] };
const signedUp = { [streamName('user', sellerId)]: [UserSignedUp.of({ userId: sellerId })] };
const on = (...events: object[]) => ({ [stream]: events as never });

/** A log in which this has happened, dealt with by the reaction; what it makes of more that happens. */
async function after(...history: Parameters<typeof record>[1][]) {
  const log = openSqliteEventLog(':memory:');
  const readModels = memoryReadModels();
  const reaction = withdrawListings({ log, listings: readModels.reader<TicketListing>(ticketListings) });
  let seen = 0;
  async function happens(...more: typeof history): Promise<(string | undefined)[]> {
    await record(log, ...more);
    await catchUp([ticketListings], log, readModels);
    await reacted(reaction, log, testClock(), seen);
    seen = await log.head();
    return (await log.readStream(stream)).flatMap(({ events }) => events.map(({ type }) => type));
  }
  return { log, reaction, happens, types: await happens(...history) };
}

test('what is for sale is withdrawn, once, and says why', async () => {
  const { log, reaction, happens } = await after(signedUp, on(listed));
  const types = await happens(gone);
  expect(types).toEqual(['TicketListed', 'TicketWithdrawn']);
  const [, commit] = await log.readStream(stream);
  expect(commit).toMatchObject({
    actor: 'system:withdraw-listings',
    causationId: '3',
    commandId: expect.stringContaining(ticketId),
  });
  await reacted(reaction, log, testClock());
  expect(await happens()).toEqual(types);
});

test('a listing that was made at the same moment is withdrawn', async () => {
  expect((await after(signedUp, gone, on(listed))).types).toEqual(['TicketListed', 'TicketWithdrawn']);
});

test('a reserved listing is left to its buyer, and withdrawn when it is released', async () => {
  const { happens } = await after(signedUp, on(listed), on(reserved));
  expect(await happens(gone)).toEqual(['TicketListed', 'TicketReserved']);
  expect((await happens(on(released))).slice(2)).toEqual(['TicketReleased', 'TicketWithdrawn']);
});

test('a sold ticket is its buyer’s, and is withdrawn when the sale is undone', async () => {
  const { happens } = await after(signedUp, on(listed), on(reserved), on(sold));
  expect(await happens(gone)).toHaveLength(3);
  expect((await happens(on(returned))).slice(3)).toEqual(['TicketReturned', 'TicketWithdrawn']);
});

test('what others sell stays, listed, released or returned', async () => {
  const { types } = await after(signedUp, on(listed), on(reserved), on(released), on(reserved), on(sold), on(returned));
  expect(types).not.toContain('TicketWithdrawn');
});

test('more than are looked for at once are withdrawn', async () => {
  const ids = Array.from({ length: 230 }, (_, n) => `71c4e700-0000-4000-8000-${String(n + 1).padStart(12, '0')}`);
  const many = ids.map((id) => ({ [`ticket-${id}`]: [{ ...listed, data: { ...listed.data, ticketId: id } }] }));
  const { log, happens } = await after(signedUp, ...many);
  await happens(gone);
  const withdrawn = (await log.read(232, 1000)).flatMap(({ streams }) => streams.map(({ id }) => id));
  expect(new Set(withdrawn)).toEqual(new Set(ids.map((id) => `ticket-${id}`)));
});

test('it waits for the listings, and says when they do not come', async () => {
  const log = openSqliteEventLog(':memory:');
  const listings = memoryReadModels().reader<TicketListing>(ticketListings);
  const late = { ...listings, reached: async () => false };
  await record(log, gone);
  await expect(reacted(withdrawListings({ log, listings: late }), log, testClock())).rejects.toThrow('position 1');
});
