import type { Decider } from '@boxoffice/common';
import {
  MAX_WEBHOOKS,
  WebhookAdded,
  WebhookDropped,
  type WebhookOwnerEvent,
  webhookOwnerEvents,
} from '@boxoffice/contracts';
import { TooManyWebhooks } from './errors.ts';

export type OwnedWebhooksCommand = {
  readonly type: 'Add' | 'Drop';
  readonly ownerId: string;
  readonly webhookId: string;
};

/** The ids of the webhooks that a person has. Written with each of them, so that two at once are not one too many. */
export const ownedWebhooks: Decider<readonly string[], OwnedWebhooksCommand, WebhookOwnerEvent> = {
  events: webhookOwnerEvents,

  initial: [],

  decide({ type, ownerId, webhookId }, owned) {
    const has = owned.includes(webhookId);
    switch (type) {
      case 'Add':
        if (has) return [];
        if (owned.length >= MAX_WEBHOOKS) throw new TooManyWebhooks();
        return [WebhookAdded.of({ ownerId, webhookId })];
      case 'Drop':
        return has ? [WebhookDropped.of({ ownerId, webhookId })] : [];
    }
  },

  evolve(owned, event) {
    switch (event.type) {
      case 'WebhookAdded':
        return [...owned, event.data.webhookId];
      case 'WebhookDropped':
        return owned.filter((id) => id !== event.data.webhookId);
    }
  },
};
