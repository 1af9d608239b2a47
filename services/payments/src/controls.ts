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
  PaymentDeclined,
  PaymentPending,
  PaymentRefunded,
  PaymentRefundRequested,
  PaymentRequested,
  PaymentSucceeded,
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

/** The life of the order that is paid. */
export const placed = sampleOf(OrderPlaced);
export const paymentStarted = sampleOf(OrderPaymentStarted);
export const paymentDelayed = sampleOf(OrderPaymentDelayed);
export const paymentDeclined = sampleOf(OrderPaymentDeclined);
export const paid = sampleOf(OrderPaid);
export const cancelled = sampleOf(OrderCancelled);
export const expired = sampleOf(OrderExpired);
export const refundStarted = sampleOf(OrderRefundStarted);
export const lateRefundStarted = sampleOf(OrderRefundStarted, { reason: 'late' });
export const orderRefunded = sampleOf(OrderRefunded);

/** The life of one payment, as its events tell it: of all that the order costs. */
export const requested = sampleOf(PaymentRequested, { amount: placed.data.total });
export const pending = sampleOf(PaymentPending);
export const succeeded = sampleOf(PaymentSucceeded);
export const declined = sampleOf(PaymentDeclined);
export const refundRequested = sampleOf(PaymentRefundRequested);
export const refunded = sampleOf(PaymentRefunded);

/** The life of the ticket that is sold. */
export const listed = sampleOf(TicketListed);
export const repriced = sampleOf(TicketRepriced);
export const detailsChanged = sampleOf(TicketDetailsChanged);
export const withdrawn = sampleOf(TicketWithdrawn);
export const reserved = sampleOf(TicketReserved);
export const holdExtended = sampleOf(TicketHoldExtended);
export const released = sampleOf(TicketReleased);
export const sold = sampleOf(TicketSold);
export const returned = sampleOf(TicketReturned);

export const { paymentId, orderId, ticketId, buyerId, amount, provider, method } = requested.data;
export const { sellerId, expiresAt, price, fee } = placed.data;
/** When the hold ends once a payment has begun, and it was made longer. */
export const { expiresAt: extendedTo } = paymentStarted.data;
export const operatorId = '09e7a700-0000-4000-8000-000000000001';
export const stranger = 'b17e7000-0000-4000-8000-000000000002';
/** Another attempt to pay the same order. */
export const otherPayment = '9a700000-0000-4000-8000-000000000002';
/** Another order for the same ticket. */
export const otherOrder = '0d3e7000-0000-4000-8000-000000000002';
export const ticketStream = streamName('ticket', ticketId);
export const orderStream = streamName('order', orderId);
export const paymentStream = streamName('payment', paymentId);
