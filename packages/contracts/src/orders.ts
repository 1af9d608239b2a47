import { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import { defineEvent, type EventOf, eventSet } from './event.ts';
import { Id } from './id.ts';
import { Money, StoredMoney } from './money.ts';
import { page, pageQuery } from './page.ts';
import { RefundReason } from './payments.ts';
import { TicketDetails } from './tickets.ts';
import { Instant } from './time.ts';

const ids = { orderId: Id, ticketId: Id };

const placed = { ...ids, buyerId: Id, sellerId: Id, ticket: z.strictObject(TicketDetails.shape) };

/** Before there was a fee: the total is the seller's price. */
export const OrderPlacedV1 = defineEvent('OrderPlaced', 1, { ...placed, total: StoredMoney, expiresAt: Instant });
/**
 * In one commit with `TicketReserved`. Carries the ticket as the buyer saw it: later changes cannot touch it. `total`
 * is what is charged: the seller's `price` and the market's `fee`.
 */
export const OrderPlaced = defineEvent('OrderPlaced', 2, {
  ...placed,
  price: StoredMoney,
  fee: StoredMoney,
  total: StoredMoney,
  expiresAt: Instant,
});
/** Before a payment extended the hold. */
export const OrderPaymentStartedV1 = defineEvent('OrderPaymentStarted', 1, { orderId: Id, paymentId: Id });
/** In one commit with `PaymentRequested`, and with `TicketHoldExtended` where the hold ends later for it. */
export const OrderPaymentStarted = defineEvent('OrderPaymentStarted', 2, {
  orderId: Id,
  paymentId: Id,
  /** When the hold ends from now on. */
  expiresAt: Instant,
});
/** In one commit with `PaymentPending`: the outcome comes later, and the buyer may give up waiting for it. */
export const OrderPaymentDelayed = defineEvent('OrderPaymentDelayed', 1, { orderId: Id, paymentId: Id });
/** In one commit with `PaymentDeclined`: the hold stands as it is, or has ended already. */
export const OrderPaymentDeclined = defineEvent('OrderPaymentDeclined', 1, { orderId: Id, paymentId: Id });
/** Before the amounts were said again. */
export const OrderPaidV1 = defineEvent('OrderPaid', 1, { ...ids, paymentId: Id });
/** In one commit with `PaymentSucceeded` and `TicketSold`; after the end of the hold with `TicketReserved` as well. */
export const OrderPaid = defineEvent('OrderPaid', 2, { ...ids, paymentId: Id, total: StoredMoney, fee: StoredMoney });
/** In one commit with `TicketReleased`. */
export const OrderCancelled = defineEvent('OrderCancelled', 1, ids);
/** In one commit with `TicketReleased`. */
export const OrderExpired = defineEvent('OrderExpired', 1, ids);
/**
 * In one commit with `PaymentRefundRequested`: its money goes back. An order that was paid by it is so no more, and the
 * market has no `fee` of it.
 */
export const OrderRefundStarted = defineEvent('OrderRefundStarted', 1, {
  ...ids,
  paymentId: Id,
  reason: RefundReason,
  total: StoredMoney,
  fee: StoredMoney,
});
/** In one commit with `PaymentRefunded`. */
export const OrderRefunded = defineEvent('OrderRefunded', 1, { ...ids, paymentId: Id });

const contracts = [
  OrderPlacedV1,
  OrderPlaced,
  OrderPaymentStartedV1,
  OrderPaymentStarted,
  OrderPaymentDelayed,
  OrderPaymentDeclined,
  OrderPaidV1,
  OrderPaid,
  OrderCancelled,
  OrderExpired,
  OrderRefundStarted,
  OrderRefunded,
] as const;
/** What happens to an order, on `order-<id>`. */
export const orderEvents = eventSet('order', contracts);
export type OrderEvent = EventOf<(typeof contracts)[number]>;

/** What an order costs, in whichever version it was placed. */
export function costOf(placed: EventOf<typeof OrderPlacedV1 | typeof OrderPlaced>['data']): {
  readonly price: StoredMoney;
  readonly fee: StoredMoney;
  readonly total: StoredMoney;
} {
  const { total } = placed;
  return 'price' in placed
    ? { price: placed.price, fee: placed.fee, total }
    : { price: total, fee: { amount: 0, currency: total.currency }, total };
}

/** `expectedPrice` is what the buyer saw; another price in the meantime refuses the order. */
export const PlaceOrder = z.strictObject({ ticketId: Id, expectedPrice: Money.optional() }).meta({ id: 'PlaceOrder' });
export type PlaceOrder = z.infer<typeof PlaceOrder>;

export const OrderStatus = z.enum(['placed', 'paying', 'paid', 'cancelled', 'expired', 'refunding', 'refunded']);
export type OrderStatus = z.infer<typeof OrderStatus>;

/** The code of the refusal when an order is in this state and should be open. */
export const closedAs = {
  paying: 'payment-in-progress',
  paid: 'order-paid',
  cancelled: 'order-cancelled',
  expired: 'order-expired',
  refunding: 'order-refunded',
  refunded: 'order-refunded',
} as const satisfies Record<Exclude<OrderStatus, 'placed'>, ErrorCode>;

/** What has happened to the money of an order. The last step of each payment, the oldest first. */
export const OrderPayment = z.object({
  id: Id,
  status: z.enum(['under-way', 'delayed', 'declined', 'paid', 'refunding', 'refunded']),
  at: Instant,
  /** Why the money goes back. */
  reason: RefundReason.optional(),
});
export type OrderPayment = z.infer<typeof OrderPayment>;

export const OrderView = z
  .object({
    id: Id,
    ticketId: Id,
    buyerId: Id,
    ticket: TicketDetails,
    /** What the seller asks. */
    price: StoredMoney,
    /** What the market asks for its service. */
    fee: StoredMoney,
    /** What is charged: both. */
    total: StoredMoney,
    status: OrderStatus,
    placedAt: Instant,
    /** When the hold ends unless it is paid. */
    expiresAt: Instant,
    changedAt: Instant,
    /** How many payments were declined. */
    declines: z.int(),
    payments: z.array(OrderPayment),
    /** Something has happened to it that cannot be shown yet. */
    stale: z.literal(true).optional(),
  })
  .meta({ id: 'Order' });
export type OrderView = z.infer<typeof OrderView>;

/** One thing that happened to an order. */
export const OrderHistoryEntry = z.object({
  position: z.int(),
  at: Instant,
  what: z.enum([
    'placed',
    'payment-started',
    'extended',
    'payment-delayed',
    'payment-declined',
    'paid',
    'cancelled',
    'expired',
    'refund-started',
    'refunded',
  ]),
  /** Which payment it is about. */
  paymentId: Id.optional(),
  /** Of `placed` and `extended`: when the hold ends from now on. */
  expiresAt: Instant.optional(),
  /** Of `refund-started`: why. */
  reason: RefundReason.optional(),
});
export type OrderHistoryEntry = z.infer<typeof OrderHistoryEntry>;

/** The oldest first. `order` is that of the moment that was asked for, on every page. */
export const OrderHistoryReply = page(OrderHistoryEntry).extend({ order: OrderView }).meta({ id: 'OrderHistory' });
export type OrderHistoryReply = z.infer<typeof OrderHistoryReply>;

export const OrdersQuery = z.strictObject(pageQuery);
export const OrdersReply = page(OrderView).meta({ id: 'Orders' });
export type OrdersReply = z.infer<typeof OrdersReply>;
