import {
  OrderCancelled,
  OrderExpired,
  OrderPaid,
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
  WebhookAdded,
  WebhookDisabled,
  WebhookDropped,
  WebhookEnabled,
  WebhookRegistered,
  WebhookRemoved,
  WebhookReplayRequested,
  WebhookSecretRotated,
} from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';

/** The life of one webhook, as its events tell it. */
export const registered = sampleOf(WebhookRegistered);
export const rotated = sampleOf(WebhookSecretRotated);
export const replayRequested = sampleOf(WebhookReplayRequested);
export const disabled = sampleOf(WebhookDisabled);
export const enabled = sampleOf(WebhookEnabled);
export const removed = sampleOf(WebhookRemoved);
export const added = sampleOf(WebhookAdded);
export const dropped = sampleOf(WebhookDropped);

/** The life of the ticket that its owner sells. */
export const listed = sampleOf(TicketListed);
export const repriced = sampleOf(TicketRepriced);
export const detailsChanged = sampleOf(TicketDetailsChanged);
export const reserved = sampleOf(TicketReserved);
export const holdExtended = sampleOf(TicketHoldExtended);
export const released = sampleOf(TicketReleased);
export const sold = sampleOf(TicketSold);
export const returned = sampleOf(TicketReturned);
export const withdrawn = sampleOf(TicketWithdrawn);

/** The life of an order for it. */
export const placed = sampleOf(OrderPlaced);
export const paid = sampleOf(OrderPaid);
export const cancelled = sampleOf(OrderCancelled);
export const expired = sampleOf(OrderExpired);
export const refundStarted = sampleOf(OrderRefundStarted);
export const refunded = sampleOf(OrderRefunded);

export const { webhookId, ownerId, url, topics, secretId } = registered.data;
export const { secretId: nextSecretId, previousUntil } = rotated.data;
export const { ticketId, sellerId } = listed.data;
export const { orderId, buyerId } = placed.data;
export const stranger = 'b17e7000-0000-4000-8000-000000000009';
export const webhookStream = streamName('webhook', webhookId);
export const ownerStream = streamName('webhooks', ownerId);
export const ticketStream = streamName('ticket', ticketId);
export const orderStream = streamName('order', orderId);
