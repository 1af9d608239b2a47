import { type EventLog, fold, type Reaction, type ReadModel } from '@boxoffice/common';
import { type WebhookEvent, webhookEvents } from '@boxoffice/contracts';
import type { Deliveries } from '../deliveries/deliveries.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Subject } from '../subject/projection.ts';
import { webhook } from '../webhook/webhook.ts';
import { replay } from './replay.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly subjects: ReadModel<Subject>;
  readonly secrets: Secrets;
  readonly deliveries: Deliveries;
}

const PATIENCE = 5000;

/** What follows, beside the log, from what happens to a webhook. */
export function tendWebhooks({ log, subjects, secrets, deliveries }: Dependencies): Reaction<WebhookEvent> {
  return {
    name: 'tend-webhooks',
    events: [webhookEvents],
    async react(event, { at }) {
      const { webhookId } = event.data;
      switch (event.type) {
        case 'WebhookRemoved':
          await secrets.destroyAll(webhookId);
          await deliveries.forget(webhookId);
          return;
        case 'WebhookSecretRotated':
          await secrets.retireOthers(webhookId, event.data.secretId, event.data.previousUntil);
          return;
        case 'WebhookReplayRequested': {
          const { position: upTo, stream } = event;
          const { state } = await fold(log, webhook, stream);
          if (!state || state.status === 'removed') return;
          if (!(await subjects.reached(upTo, PATIENCE)))
            throw new Error(`the read model of webhooks has not reached position ${upTo}`);
          const { ownerId, topics } = state;
          await replay({ log, subjects, deliveries }, { webhookId, ownerId, topics, from: event.data.from, upTo, at });
          return;
        }
        case 'WebhookRegistered':
        case 'WebhookDisabled':
        case 'WebhookEnabled':
          return;
      }
    },
  };
}
