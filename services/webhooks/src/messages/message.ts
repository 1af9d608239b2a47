import type { Recorded } from '@boxoffice/common';
import type { Event, WebhookMessage, WebhookTopic } from '@boxoffice/contracts';
import type { NewDelivery } from '../deliveries/deliveries.ts';

/** What one may ask to be told. */
export type Message = Extract<WebhookMessage, { type: WebhookTopic }>;

/**
 * The message for one webhook. Its id follows from the event: queued twice, or replayed, it is the same. No full stop is
 * in it, because the signature has one between its parts.
 */
export function deliveryOf(
  webhookId: string,
  { position, index }: Recorded<Event>,
  message: Message,
  queuedAt: string,
): NewDelivery {
  const id = `${webhookId}_${position}_${index}`;
  return { id, webhookId, type: message.type, position, body: JSON.stringify(message), queuedAt };
}
