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
  TicketReleased,
  TicketReserved,
  TicketReturned,
  TicketSold,
  TicketWithdrawn,
} from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';

/** The life of the order that is told of. */
export const placed = sampleOf(OrderPlaced);
export const paymentStarted = sampleOf(OrderPaymentStarted);
export const paymentDelayed = sampleOf(OrderPaymentDelayed);
export const paymentDeclined = sampleOf(OrderPaymentDeclined);
export const paid = sampleOf(OrderPaid);
export const cancelled = sampleOf(OrderCancelled);
export const expired = sampleOf(OrderExpired);
export const refundStarted = sampleOf(OrderRefundStarted);
export const lateRefundStarted = sampleOf(OrderRefundStarted, { reason: 'late' });
export const refunded = sampleOf(OrderRefunded);

/** What happens to its ticket. */
export const reserved = sampleOf(TicketReserved);
export const sold = sampleOf(TicketSold);
export const released = sampleOf(TicketReleased);
export const returned = sampleOf(TicketReturned);
export const withdrawn = sampleOf(TicketWithdrawn);

export const { orderId, ticketId, buyerId, sellerId } = placed.data;
/** Another attempt to pay the same order. */
export const otherPayment = '9a700000-0000-4000-8000-000000000002';
export const stranger = 'b17e7000-0000-4000-8000-000000000002';
export const ticketStream = streamName('ticket', ticketId);
export const orderStream = streamName('order', orderId);
/** Where the pages are. */
export const origin = 'https://tickets.example';
