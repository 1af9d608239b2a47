import { given, stateOf } from '@boxoffice/common/testing';
import { TicketReserved } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { describe, expect, test } from 'vitest';
import {
  amount,
  buyerId,
  detailsChanged,
  listed,
  orderId,
  released,
  repriced,
  reserved,
  sold,
  ticketId,
  withdrawn,
} from '../controls.ts';
import { soldTicket } from './sold-ticket.ts';

const otherOrder = '0d3e7000-0000-4000-8000-000000000002';
const reservedByOther = sampleOf(TicketReserved, { orderId: otherOrder });

describe('selling', () => {
  const sell = { ticketId, orderId, buyerId, price: amount };

  test('done', () => given([listed, reserved]).when(soldTicket, sell).thenEmits([sold]));

  test('done at the price of the order, whatever the ticket says', () => {
    given([listed, repriced, reserved]).when(soldTicket, sell).thenEmits([sold]);
  });

  test.each([
    ['nobody', [listed]],
    ['another order', [listed, reservedByOther]],
    ['nobody any more', [listed, reserved, released]],
    ['nobody: it is sold', [listed, reserved, sold]],
  ])('never when it is held by %s', (_, history) => {
    given(history).when(soldTicket, sell).thenFails(`ticket ${ticketId} is not held by order ${orderId}`);
  });
});

test.each([
  ['nobody before it is listed', [], undefined],
  ['nobody when it is listed', [listed, repriced, detailsChanged, withdrawn], undefined],
  ['the order that reserved it', [listed, reserved], orderId],
  ['nobody when it was released', [listed, reserved, released], undefined],
  ['the next order', [listed, reserved, released, reservedByOther], otherOrder],
  ['nobody when it is sold', [listed, reserved, sold], undefined],
])('a ticket is held by %s', (_, history, heldBy) => {
  expect(stateOf(soldTicket, history)).toEqual({ heldBy });
});
