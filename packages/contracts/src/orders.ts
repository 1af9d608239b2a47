import { z } from 'zod';
import { defineEvent, type EventOf, eventSet } from './event.ts';
import { Id } from './id.ts';
import { Money, StoredMoney } from './money.ts';
import { page, pageQuery } from './page.ts';
import { TicketDetails } from './tickets.ts';
import { Instant } from './time.ts';

const ids = { orderId: Id, ticketId: Id };

/** In one commit with `TicketReserved`. Carries the ticket as the buyer saw it: later changes cannot touch it. */
export const OrderPlaced = defineEvent('OrderPlaced', 1, {
  ...ids,
  buyerId: Id,
  sellerId: Id,
  ticket: z.strictObject(TicketDetails.shape),
  total: StoredMoney,
  expiresAt: Instant,
});
/** In one commit with `PaymentRequested`: until its outcome is known the hold neither ends nor can be cancelled. */
export const OrderPaymentStarted = defineEvent('OrderPaymentStarted', 1, { orderId: Id, paymentId: Id });
/** In one commit with `PaymentDeclined`: the hold stands as before. */
export const OrderPaymentDeclined = defineEvent('OrderPaymentDeclined', 1, { orderId: Id, paymentId: Id });
/** In one commit with `PaymentSucceeded` and `TicketSold`. */
export const OrderPaid = defineEvent('OrderPaid', 1, { ...ids, paymentId: Id });
/** In one commit with `TicketReleased`. */
export const OrderCancelled = defineEvent('OrderCancelled', 1, ids);
/** In one commit with `TicketReleased`. */
export const OrderExpired = defineEvent('OrderExpired', 1, ids);

const contracts = [
  OrderPlaced,
  OrderPaymentStarted,
  OrderPaymentDeclined,
  OrderPaid,
  OrderCancelled,
  OrderExpired,
] as const;
/** What happens to an order, on `order-<id>`. */
export const orderEvents = eventSet('order', contracts);
export type OrderEvent = EventOf<(typeof contracts)[number]>;

/** `expectedPrice` is what the buyer saw; another price in the meantime refuses the order. */
export const PlaceOrder = z.strictObject({ ticketId: Id, expectedPrice: Money.optional() }).meta({ id: 'PlaceOrder' });
export type PlaceOrder = z.infer<typeof PlaceOrder>;

export const OrderStatus = z.enum(['placed', 'paying', 'paid', 'cancelled', 'expired']);
export type OrderStatus = z.infer<typeof OrderStatus>;

export const OrderView = z
  .object({
    id: Id,
    ticketId: Id,
    buyerId: Id,
    ticket: TicketDetails,
    total: StoredMoney,
    status: OrderStatus,
    placedAt: Instant,
    /** When the hold ends unless it is paid. */
    expiresAt: Instant,
    changedAt: Instant,
    /** How many payments were declined. */
    declines: z.int(),
    /** Something has happened to it that cannot be shown yet. */
    stale: z.literal(true).optional(),
  })
  .meta({ id: 'Order' });
export type OrderView = z.infer<typeof OrderView>;

export const OrdersQuery = z.strictObject(pageQuery);
export const OrdersReply = page(OrderView).meta({ id: 'Orders' });
export type OrdersReply = z.infer<typeof OrdersReply>;
