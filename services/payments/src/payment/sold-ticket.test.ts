import { given, NOW, stateOf } from '@boxoffice/common/testing';
import { TicketListed, TicketReserved } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  detailsChanged,
  extendedTo,
  holdExtended,
  listed,
  orderId,
  otherOrder,
  price,
  released,
  repriced,
  reserved,
  returned,
  sold,
  ticketId,
  withdrawn,
} from '../controls.ts';
import { soldTicket } from './sold-ticket.ts';

const ids = { ticketId, orderId };
const held = [listed, reserved];
const free = [...held, released];
const reservedByOther = sampleOf(TicketReserved, { orderId: otherOrder });
const others = { ...sold, data: { ...sold.data, orderId: otherOrder } };

describe('extending the hold', () => {
  const extend = { type: 'Extend', ...ids, expiresAt: extendedTo } as const;

  test('done', () => given(held).when(soldTicket, extend).thenEmits([holdExtended]));

  test.each([
    ['nobody holds it', [listed]],
    ['another order holds it', [listed, reservedByOther]],
    ['it was released', free],
  ])('not done: %s', (_, history) => given(history).when(soldTicket, extend).thenNothing());
});

describe('selling', () => {
  const sell = { type: 'Sell', ...ids, buyerId, price, at: NOW } as const;
  const reservedNow = sampleOf(TicketReserved, { expiresAt: NOW });
  const starting = (startsAt: string | undefined) => sampleOf(TicketListed, { startsAt });

  test('done: it is held for the order', () => {
    given(held).when(soldTicket, sell).thenEmits([sold]);
    given([...held, holdExtended])
      .when(soldTicket, sell)
      .thenEmits([sold]);
  });

  test('done while it is held, though the show has begun', () => {
    given([starting(NOW), reserved])
      .when(soldTicket, sell)
      .thenEmits([sold]);
  });

  test('done at the price of the order, whatever the ticket says', () => {
    given([listed, repriced, reserved]).when(soldTicket, sell).thenEmits([sold]);
  });

  test('done late: it is still free, and reserved and sold at once', () => {
    given(free).when(soldTicket, sell).thenEmits([reservedNow, sold]);
    given([...free, reservedByOther, released])
      .when(soldTicket, sell)
      .thenEmits([reservedNow, sold]);
  });

  test('done late: the show is about to begin, or has no date', () => {
    for (const startsAt of ['2027-01-01T12:00:00.001Z', undefined])
      given([starting(startsAt), reserved, released])
        .when(soldTicket, sell)
        .thenEmits([reservedNow, sold]);
  });

  test.each([
    ['it costs something else now', [...free, repriced]],
    ['another order holds it', [...free, reservedByOther]],
    ['another order has bought it', [...free, reservedByOther, others]],
    ['it was withdrawn', [...free, withdrawn]],
    ['the show has begun', [starting(NOW), reserved, released]],
    [
      'the show was moved and has begun',
      [...free, { ...detailsChanged, data: { ...detailsChanged.data, startsAt: NOW } }],
    ],
  ])('not done late: %s', (_, history) => given(history).when(soldTicket, sell).thenNothing());

  test('not done late: the same number of another currency', () => {
    given(free)
      .when(soldTicket, { ...sell, price: { ...price, currency: 'USD' } })
      .thenNothing();
  });

  test('repeated', () =>
    given([...held, sold])
      .when(soldTicket, sell)
      .thenNothing());
});

describe('taking back', () => {
  const relist = { type: 'TakeBack', ...ids, afterwards: 'relist' } as const;
  const withdraw = { ...relist, afterwards: 'withdraw' } as const;

  test('done: it is for sale again', () =>
    given([...held, sold])
      .when(soldTicket, relist)
      .thenEmits([returned]));

  test('done: it is withdrawn', () =>
    given([...held, sold])
      .when(soldTicket, withdraw)
      .thenEmits([withdrawn]));

  test.each([
    ['repeated', [...held, sold, returned]],
    ['repeated after it was withdrawn', [...held, sold, withdrawn]],
    ['not done: it is not sold', held],
    ['not done: it is sold to another order', [listed, reservedByOther, others]],
  ])('%s', (_, history) => {
    given(history).when(soldTicket, relist).thenNothing();
    given(history).when(soldTicket, withdraw).thenNothing();
  });
});

test.each([
  { type: 'Extend', ...ids, expiresAt: extendedTo },
  { type: 'Sell', ...ids, buyerId, price, at: NOW },
  { type: 'TakeBack', ...ids, afterwards: 'relist' },
] as const)('$type never comes to a ticket that is not there', (command) => {
  given([]).when(soldTicket, command).thenFails(`there is no ticket ${ticketId}`);
});

describe('a ticket, to its sale', () => {
  const { startsAt } = listed.data;

  test.each([
    ['is nothing before it is listed', [], undefined],
    ['is available', [listed], {}],
    ['has the price of its last change', [listed, repriced], { price: repriced.data.price }],
    ['has the date of its last change', [listed, detailsChanged], { startsAt: detailsChanged.data.startsAt }],
    ['is withdrawn', [listed, withdrawn], { status: 'withdrawn' }],
    ['is the order’s that reserved it', held, { status: 'reserved', orderId }],
    ['is the order’s whose hold lasts longer', [...held, holdExtended], { status: 'reserved', orderId }],
    ['is nobody’s when it was released', free, {}],
    ['is the next order’s', [...free, reservedByOther], { status: 'reserved', orderId: otherOrder }],
    ['is the order’s that bought it', [...held, sold], { status: 'sold', orderId }],
    ['is nobody’s when it was returned', [...held, sold, returned], {}],
    ['is nobody’s when its sale is undone and it is withdrawn', [...held, sold, withdrawn], { status: 'withdrawn' }],
  ])('%s', (_, history, expected) => {
    expect(stateOf(soldTicket, history)).toEqual(expected && { status: 'available', price, startsAt, ...expected });
  });

  test.each([repriced, detailsChanged, withdrawn, reserved, holdExtended, released, sold, returned])(
    'never begins with $type',
    (event) => {
      expect(() => stateOf(soldTicket, [event])).toThrow(`${event.type} before TicketListed`);
    },
  );
});
