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
  UserPasswordChanged,
  UserSessionsEnded,
  UserSignedIn,
  UserSignedOut,
} from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';

/** The life of one ticket, as its events tell it. */
export const listed = sampleOf(TicketListed);
export const repriced = sampleOf(TicketRepriced);
export const detailsChanged = sampleOf(TicketDetailsChanged);
export const withdrawn = sampleOf(TicketWithdrawn);
export const reserved = sampleOf(TicketReserved);
export const holdExtended = sampleOf(TicketHoldExtended);
export const released = sampleOf(TicketReleased);
export const sold = sampleOf(TicketSold);
export const returned = sampleOf(TicketReturned);

/** The life of the order of it. */
export const placed = sampleOf(OrderPlaced);
export const paymentStarted = sampleOf(OrderPaymentStarted);
export const paymentDelayed = sampleOf(OrderPaymentDelayed);
export const paymentDeclined = sampleOf(OrderPaymentDeclined);
export const paid = sampleOf(OrderPaid);
export const cancelled = sampleOf(OrderCancelled);
export const expired = sampleOf(OrderExpired);
export const refundStarted = sampleOf(OrderRefundStarted);
export const refunded = sampleOf(OrderRefunded);

export const signedIn = sampleOf(UserSignedIn);
export const signedOut = sampleOf(UserSignedOut);
export const sessionsEnded = sampleOf(UserSessionsEnded);
export const passwordChanged = sampleOf(UserPasswordChanged);

export const { orderId, ticketId, buyerId, sellerId } = placed.data;
export const stranger = 'b17e7000-0000-4000-8000-000000000002';
/** Another attempt to pay the same order. */
export const otherPayment = '9a700000-0000-4000-8000-000000000002';
export const ticketStream = streamName('ticket', ticketId);
export const orderStream = streamName('order', orderId);

/** The id of one of many tickets. */
export const numbered = (number: number) => `71c4e700-0000-4000-8000-${String(number).padStart(12, '0')}`;
