import { given, NOW, stateOf } from '@boxoffice/common/testing';
import { TicketListed, TicketReleased, TicketReserved } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  detailsChanged,
  expiresAt,
  holdExtended,
  listed,
  orderId,
  price,
  released,
  repriced,
  reserved,
  returned,
  sellerId,
  sold,
  ticket,
  ticketId,
  withdrawn,
} from '../controls.ts';
import { heldTicket } from './held-ticket.ts';

const ids = { ticketId, orderId };
const otherOrder = '0d3e7000-0000-4000-8000-000000000002';

describe('reserving', () => {
  const reserve = { type: 'Reserve', ...ids, buyerId, expectedPrice: undefined, expiresAt, at: NOW } as const;
  const starting = (startsAt: string | undefined) => sampleOf(TicketListed, { startsAt });

  test('done', () => given([listed]).when(heldTicket, reserve).thenEmits([reserved]));

  test('done again after it was released', () => {
    given([listed, reserved, released]).when(heldTicket, reserve).thenEmits([reserved]);
  });

  test('done again after it was returned', () => {
    given([listed, reserved, sold, returned]).when(heldTicket, reserve).thenEmits([reserved]);
  });

  test('done at the price that was seen', () => {
    given([listed])
      .when(heldTicket, { ...reserve, expectedPrice: price })
      .thenEmits([reserved]);
    const expectedPrice = repriced.data.price;
    given([listed, repriced])
      .when(heldTicket, { ...reserve, expectedPrice })
      .thenEmits([reserved]);
  });

  test('done until the show begins, and for a show without a date', () => {
    given([starting('2027-01-01T12:00:00.001Z')])
      .when(heldTicket, reserve)
      .thenEmits([reserved]);
    given([starting(undefined)])
      .when(heldTicket, reserve)
      .thenEmits([reserved]);
  });

  test('refused: there is no such ticket', () => given([]).when(heldTicket, reserve).thenRefused('ticket-not-found'));

  test('refused: it is one’s own, whatever has become of it', () => {
    for (const history of [[listed], [listed, reserved], [listed, reserved, sold], [listed, withdrawn]])
      given(history)
        .when(heldTicket, { ...reserve, buyerId: sellerId })
        .thenRefused('own-ticket');
  });

  test('refused: it is reserved', () => {
    const theirs = sampleOf(TicketReserved, { orderId: otherOrder });
    given([listed, theirs]).when(heldTicket, reserve).thenRefused('ticket-reserved');
    given([listed, reserved, holdExtended]).when(heldTicket, reserve).thenRefused('ticket-reserved');
  });

  test('refused: it is sold', () =>
    given([listed, reserved, sold]).when(heldTicket, reserve).thenRefused('ticket-sold'));

  test('refused: it was withdrawn', () => {
    given([listed, withdrawn]).when(heldTicket, reserve).thenRefused('ticket-withdrawn');
    given([listed, reserved, sold, withdrawn]).when(heldTicket, reserve).thenRefused('ticket-withdrawn');
  });

  test.each([NOW, '2026-12-31T23:59:59.999Z'])('refused: the show began at %s', (startsAt) => {
    given([starting(startsAt)])
      .when(heldTicket, reserve)
      .thenRefused('show-started');
  });

  test('refused: the show was moved and has begun', () => {
    const moved = { ...detailsChanged, data: { ...detailsChanged.data, startsAt: NOW } };
    given([listed, moved]).when(heldTicket, reserve).thenRefused('show-started');
  });

  test.each([
    ['was lower', { ...price, amount: price.amount - 1 }],
    ['was higher', { ...price, amount: price.amount + 1 }],
    ['was in another currency', { ...price, currency: 'USD' }],
  ] as const)('refused: the price that was seen %s', (_, expectedPrice) => {
    given([listed])
      .when(heldTicket, { ...reserve, expectedPrice })
      .thenRefused('price-changed');
  });
});

describe('releasing', () => {
  const release = { type: 'Release', ...ids, reason: 'expired' } as const;

  test('done', () => {
    given([listed, reserved]).when(heldTicket, release).thenEmits([released]);
    given([listed, reserved, holdExtended]).when(heldTicket, release).thenEmits([released]);
    const cancelled = sampleOf(TicketReleased, { reason: 'cancelled' });
    given([listed, reserved])
      .when(heldTicket, { ...release, reason: 'cancelled' })
      .thenEmits([cancelled]);
  });

  test('repeated', () => given([listed, reserved, released]).when(heldTicket, release).thenNothing());

  test.each([
    ['another order holds it', [listed, sampleOf(TicketReserved, { orderId: otherOrder })]],
    ['it is sold', [listed, reserved, sold]],
    ['nobody holds it', [listed]],
    ['it was sold and returned', [listed, reserved, sold, returned]],
  ])('not done: %s', (_, history) => {
    given(history).when(heldTicket, release).thenNothing();
  });

  test('refused: there is no such ticket', () => given([]).when(heldTicket, release).thenRefused('ticket-not-found'));
});

describe('a ticket, to those who buy', () => {
  const { ticketId: _, ...otherDetails } = detailsChanged.data;

  test.each([
    ['is nothing before it is listed', [], undefined],
    ['is available', [listed], {}],
    ['has the price of its last change', [listed, repriced], { price: repriced.data.price }],
    ['has the details of its last change', [listed, detailsChanged], { details: otherDetails }],
    ['is withdrawn', [listed, withdrawn], { status: 'withdrawn' }],
    ['is held by an order', [listed, reserved], { status: 'reserved', heldBy: orderId }],
    ['is held for longer', [listed, reserved, holdExtended], { status: 'reserved', heldBy: orderId }],
    ['is held by nobody when it was released', [listed, reserved, released], {}],
    ['is held by nobody when it is sold', [listed, reserved, sold], { status: 'sold' }],
    ['is available when its sale is undone', [listed, reserved, sold, returned], {}],
  ])('%s', (_, history, expected) => {
    const available = { sellerId, details: ticket, price, status: 'available' };
    expect(stateOf(heldTicket, history)).toEqual(expected && { ...available, ...expected });
  });

  test.each([repriced, detailsChanged, withdrawn, reserved, holdExtended, released, sold, returned])(
    'never begins with $type',
    (event) => {
      expect(() => stateOf(heldTicket, [event])).toThrow(`${event.type} before TicketListed`);
    },
  );
});
