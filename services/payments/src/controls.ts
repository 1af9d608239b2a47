import {
  OrderCancelled,
  OrderExpired,
  OrderPaid,
  OrderPaymentDeclined,
  OrderPaymentStarted,
  OrderPlaced,
  PaymentDeclined,
  PaymentRequested,
  PaymentSucceeded,
  streamName,
  TicketDetailsChanged,
  TicketListed,
  TicketReleased,
  TicketRepriced,
  TicketReserved,
  TicketSold,
  TicketWithdrawn,
} from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';

/** The life of one payment, as its events tell it. */
export const requested = sampleOf(PaymentRequested);
export const succeeded = sampleOf(PaymentSucceeded);
export const declined = sampleOf(PaymentDeclined);

/** The life of the order that is paid. */
export const placed = sampleOf(OrderPlaced);
export const paymentStarted = sampleOf(OrderPaymentStarted);
export const paymentDeclined = sampleOf(OrderPaymentDeclined);
export const paid = sampleOf(OrderPaid);
export const cancelled = sampleOf(OrderCancelled);
export const expired = sampleOf(OrderExpired);

/** The life of the ticket that is sold. */
export const listed = sampleOf(TicketListed);
export const repriced = sampleOf(TicketRepriced);
export const detailsChanged = sampleOf(TicketDetailsChanged);
export const withdrawn = sampleOf(TicketWithdrawn);
export const reserved = sampleOf(TicketReserved);
export const released = sampleOf(TicketReleased);
export const sold = sampleOf(TicketSold);

export const { paymentId, orderId, ticketId, buyerId, amount, provider, method } = requested.data;
export const { sellerId, expiresAt } = placed.data;
export const stranger = 'b17e7000-0000-4000-8000-000000000002';
export const ticketStream = streamName('ticket', ticketId);
export const orderStream = streamName('order', orderId);
export const paymentStream = streamName('payment', paymentId);
