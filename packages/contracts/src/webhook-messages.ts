import { z } from 'zod';
import { Id } from './id.ts';
import { StoredMoney } from './money.ts';
import { RefundReason } from './payments.ts';
import { Instant } from './time.ts';

const about = {
  /** Where in the log it happened: what a replay begins from. */
  position: z.int(),
};
const ofTicket = { ...about, ticketId: Id };
const ofOrder = { ...about, orderId: Id, ticketId: Id };
const offer = { ...ofTicket, price: StoredMoney, quantity: z.int() };

function message<const Type extends string, Shape extends z.core.$ZodShape>(type: Type, shape: Shape) {
  return z.object({
    type: z.literal(type),
    /** When it happened; when it was sent is in the header. */
    timestamp: Instant,
    data: z.object(shape),
  });
}

/**
 * What a seller's webhooks say of a ticket, and a buyer's of an order. Ids, amounts and times: what people are called
 * is in none of them, nor who is on the other side.
 */
const messages = [
  message('ticket.listed', offer),
  /** The price, the seats or the show: the offer as it is now. */
  message('ticket.changed', offer),
  message('ticket.reserved', { ...ofTicket, expiresAt: Instant }),
  message('ticket.released', { ...ofTicket, reason: z.enum(['cancelled', 'expired']) }),
  message('ticket.sold', { ...ofTicket, price: StoredMoney }),
  /** The sale was undone: it is for sale again. */
  message('ticket.returned', ofTicket),
  message('ticket.withdrawn', ofTicket),
  message('order.placed', { ...ofOrder, price: StoredMoney, fee: StoredMoney, total: StoredMoney, expiresAt: Instant }),
  message('order.paid', { ...ofOrder, paymentId: Id, total: StoredMoney }),
  message('order.expired', ofOrder),
  message('order.cancelled', ofOrder),
  /** The money of one payment was given back, all of it. */
  message('order.refunded', { ...ofOrder, paymentId: Id, amount: StoredMoney, reason: RefundReason }),
] as const;

/** What one may ask to be told of: `ticket.…` as seller, `order.…` as buyer. */
export const WebhookTopic = z.enum([
  'ticket.listed',
  'ticket.changed',
  'ticket.reserved',
  'ticket.released',
  'ticket.sold',
  'ticket.returned',
  'ticket.withdrawn',
  'order.placed',
  'order.paid',
  'order.expired',
  'order.cancelled',
  'order.refunded',
]);
export type WebhookTopic = z.infer<typeof WebhookTopic>;

/** Sent when the owner asks for it, to see whether it arrives. */
export const WebhookPing = message('webhook.ping', { ...about, webhookId: Id });

/** The body of what is sent. Receivers must put up with more fields than these. */
export const WebhookMessage = z.discriminatedUnion('type', [...messages, WebhookPing]);
export type WebhookMessage = z.infer<typeof WebhookMessage>;
