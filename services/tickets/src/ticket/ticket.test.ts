import { given, stateOf } from '@boxoffice/common/testing';
import { TicketDetailsChanged, TicketRepriced } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
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
  ticketId,
  withdrawn,
} from '../controls.ts';
import { ticket } from './ticket.ts';

const list = { type: 'List', ticketId, sellerId, details, price } as const;
const change = { ...list, type: 'Change' } as const;
const withdraw = { type: 'Withdraw', ticketId, sellerId } as const;

const { ticketId: _, ...otherDetails } = detailsChanged.data;
const otherPrice = repriced.data.price;

describe('listing', () => {
  test('done', () => given([]).when(ticket, list).thenEmits([listed]));

  test('repeated', () => {
    given([listed]).when(ticket, list).thenNothing();
    given([listed, withdrawn]).when(ticket, list).thenNothing();
  });
});

describe('changing', () => {
  test.each([
    ['the price', { price: otherPrice }, [repriced]],
    [
      'the amount',
      { price: { ...price, amount: 1 } },
      [TicketRepriced.of({ ticketId, price: { ...price, amount: 1 } })],
    ],
    [
      'the currency',
      { price: { ...price, currency: 'USD' } },
      [TicketRepriced.of({ ticketId, price: { ...price, currency: 'USD' } })],
    ],
    ['the details', { details: otherDetails }, [detailsChanged]],
    ['both', { details: otherDetails, price: otherPrice }, [detailsChanged, repriced]],
  ] as const)('done: %s', (_, wish, events) => {
    given([listed])
      .when(ticket, { ...change, ...wish })
      .thenEmits(events);
    for (const history of [
      [listed, reserved, released],
      [listed, reserved, sold, returned],
    ])
      given(history)
        .when(ticket, { ...change, ...wish })
        .thenEmits(events);
  });

  test.each(['title', 'venue', 'city', 'timeZone', 'section', 'row', 'seat'] as const)('done: another %s', (field) => {
    const others = { ...details, [field]: 'another' };
    const changed = TicketDetailsChanged.of({ ticketId, ...others });
    given([listed])
      .when(ticket, { ...change, details: others })
      .thenEmits([changed]);
  });

  test.each(['venue', 'city', 'startsAt', 'timeZone', 'section', 'row', 'seat'] as const)('done: no %s', (field) => {
    const { [field]: _, ...fewer } = details;
    const changed = TicketDetailsChanged.of({ ticketId, ...fewer });
    given([listed])
      .when(ticket, { ...change, details: fewer })
      .thenEmits([changed]);
    given([listed, changed])
      .when(ticket, change)
      .thenEmits([TicketDetailsChanged.of({ ticketId, ...details })]);
  });

  test('repeated', () => {
    given([listed]).when(ticket, change).thenNothing();
    const both = { ...change, details: otherDetails, price: otherPrice };
    given([listed, detailsChanged, repriced]).when(ticket, both).thenNothing();
  });
});

describe.each([
  ['changing', { ...change, price: otherPrice }],
  ['changing nothing', change],
  ['withdrawing', withdraw],
] as const)('%s', (_, command) => {
  test('refused: there is no such ticket', () => given([]).when(ticket, command).thenRefused('ticket-not-found'));

  test('refused: somebody else sells it, whatever has become of it', () => {
    const stranger = { ...command, sellerId: buyerId };
    for (const history of [[listed], [listed, withdrawn], [listed, reserved], [listed, reserved, sold]])
      given(history).when(ticket, stranger).thenRefused('not-your-ticket');
  });

  test('refused: it is reserved', () => {
    given([listed, reserved]).when(ticket, command).thenRefused('ticket-reserved');
    given([listed, reserved, holdExtended]).when(ticket, command).thenRefused('ticket-reserved');
  });

  test('refused: it is sold', () => given([listed, reserved, sold]).when(ticket, command).thenRefused('ticket-sold'));
});

test('changing refused: it was withdrawn', () => {
  given([listed, withdrawn]).when(ticket, change).thenRefused('ticket-withdrawn');
});

describe('withdrawing', () => {
  test('done', () => {
    given([listed]).when(ticket, withdraw).thenEmits([withdrawn]);
    given([listed, reserved, released]).when(ticket, withdraw).thenEmits([withdrawn]);
    given([listed, reserved, sold, returned]).when(ticket, withdraw).thenEmits([withdrawn]);
  });

  test('repeated', () => {
    given([listed, withdrawn]).when(ticket, withdraw).thenNothing();
    given([listed, reserved, sold, withdrawn]).when(ticket, withdraw).thenNothing();
  });
});

describe('a ticket', () => {
  test.each([
    ['is nothing before it is listed', [], undefined],
    ['is available when it is listed', [listed], { status: 'available' }],
    ['has the price of its last change', [listed, repriced], { price: otherPrice, details }],
    ['has the details of its last change, all of them', [listed, detailsChanged], { price, details: otherDetails }],
    ['is withdrawn', [listed, withdrawn], { status: 'withdrawn' }],
    ['is reserved', [listed, reserved], { status: 'reserved' }],
    ['is reserved for longer', [listed, reserved, holdExtended], { status: 'reserved' }],
    ['is available again', [listed, reserved, released], { status: 'available' }],
    ['is sold', [listed, reserved, sold], { status: 'sold' }],
    ['is available when its sale is undone', [listed, reserved, sold, returned], { status: 'available' }],
    ['is withdrawn when its sale is undone', [listed, reserved, sold, withdrawn], { status: 'withdrawn' }],
  ])('%s', (_, history, expected) => {
    const seller = { sellerId, details, price, status: 'available' };
    expect(stateOf(ticket, history)).toEqual(expected && { ...seller, ...expected });
  });

  test.each([repriced, detailsChanged, withdrawn, reserved, holdExtended, released, sold, returned])(
    'never begins with $type',
    (event) => {
      expect(() => stateOf(ticket, [event])).toThrow(`${event.type} before TicketListed`);
    },
  );
});
