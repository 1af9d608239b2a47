import {
  OrderCancelled,
  OrderExpired,
  OrderPaid,
  OrderPaymentDeclined,
  OrderPaymentDelayed,
  OrderPaymentStarted,
  OrderPlaced,
  OrderRefunded,
  OrderRefundStarted,
  streamName,
  TicketDetailsChanged,
  TicketHoldExtended,
  TicketListed,
  TicketReleased,
  TicketRepriced,
  TicketReserved,
  TicketReturned,
  TicketSold,
  TicketWithdrawn,
} from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';

/** The life of one order, as its events tell it. */
export const placed = sampleOf(OrderPlaced);
export const paymentStarted = sampleOf(OrderPaymentStarted);
export const paymentDelayed = sampleOf(OrderPaymentDelayed);
export const paymentDeclined = sampleOf(OrderPaymentDeclined);
export const paid = sampleOf(OrderPaid);
export const cancelled = sampleOf(OrderCancelled);
export const expired = sampleOf(OrderExpired);
export const refundStarted = sampleOf(OrderRefundStarted);
export const refunded = sampleOf(OrderRefunded);

/** The life of the ticket that is ordered. */
export const listed = sampleOf(TicketListed);
export const repriced = sampleOf(TicketRepriced);
export const detailsChanged = sampleOf(TicketDetailsChanged);
export const withdrawn = sampleOf(TicketWithdrawn);
export const reserved = sampleOf(TicketReserved);
export const holdExtended = sampleOf(TicketHoldExtended);
export const released = sampleOf(TicketReleased);
export const sold = sampleOf(TicketSold);
export const returned = sampleOf(TicketReturned);

export const { orderId, ticketId, buyerId, sellerId, ticket, price, fee, total, expiresAt } = placed.data;
export const { paymentId, expiresAt: extendedTo } = paymentStarted.data;
/** Another attempt to pay the same order. */
export const otherPayment = '9a700000-0000-4000-8000-000000000002';
export const stranger = 'b17e7000-0000-4000-8000-000000000002';
export const ticketStream = streamName('ticket', ticketId);
export const orderStream = streamName('order', orderId);
