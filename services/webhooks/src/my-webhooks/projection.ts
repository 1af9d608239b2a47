import type { Projection } from '@boxoffice/common';
import { type WebhookEvent, type WebhookView, webhookEvents } from '@boxoffice/contracts';

/** A webhook as its owner sees it. */
export type MyWebhook = Omit<WebhookView, 'id'> & { readonly ownerId: string };

/** Every webhook that is not removed, by its id: for its owner, and for what is to be told to whom. */
export const myWebhooks: Projection<MyWebhook, WebhookEvent> = {
  name: 'my-webhooks',
  version: 1,
  indexes: [{ key: { ownerId: 1, registeredAt: 1 } }],
  events: [webhookEvents],

  keys: (event) => [event.data.webhookId],

  apply(webhook, event) {
    const { at } = event;
    if (event.type === 'WebhookRegistered') {
      const { ownerId, url, topics: events } = event.data;
      return { ownerId, url, events, status: 'enabled', registeredAt: at, changedAt: at };
    }
    if (!webhook) throw new Error(`${event.type} before WebhookRegistered`);
    switch (event.type) {
      case 'WebhookSecretRotated':
        return { ...webhook, previousSecretUntil: event.data.previousUntil, changedAt: at };
      case 'WebhookReplayRequested':
        return webhook;
      case 'WebhookDisabled':
        return { ...webhook, status: 'disabled', reason: event.data.reason, changedAt: at };
      case 'WebhookEnabled': {
        const { reason: _, ...rest } = webhook;
        return { ...rest, status: 'enabled', changedAt: at };
      }
      case 'WebhookRemoved':
        return undefined;
    }
  },
};
