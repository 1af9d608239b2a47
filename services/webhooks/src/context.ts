import {
  type AnyProjection,
  type Clock,
  type Cursors,
  type EventBus,
  type EventLog,
  periodically,
  type Reacted,
  type ReadModels,
  startReaction,
  type Worker,
} from '@boxoffice/common';
import type { Routes } from '@boxoffice/common/http';
import type { Deliveries } from './deliveries/deliveries.ts';
import { removeWebhooks } from './forgotten-owner/remove-webhooks.ts';
import { type MyWebhook, myWebhooks } from './my-webhooks/projection.ts';
import { myWebhooksQueries } from './my-webhooks/routes.ts';
import { poster } from './sending/post.ts';
import { webhookSender } from './sending/sender.ts';
import { startSending } from './sending/start-sending.ts';
import type { WebhookStore } from './store/store.ts';
import { type Subject, subjects } from './subject/projection.ts';
import { queueMessages } from './tending/queue-messages.ts';
import { tendWebhooks } from './tending/tend-webhooks.ts';
import { TIDY_INTERVAL, tidy } from './tending/tidy.ts';
import { type WebhookDependencies, webhookCommands } from './webhook/routes.ts';
import { sendingCommands } from './webhook/sending-routes.ts';

/** What the log is folded into here. */
export const projections: readonly AnyProjection[] = [myWebhooks, subjects];

interface CommandDependencies extends Omit<WebhookDependencies, 'secrets'> {
  readonly webhookStore: WebhookStore;
}

/** Every command about webhooks. */
export function commands({ webhookStore, ...dependencies }: CommandDependencies): Routes {
  return async (app) => {
    await app.register(webhookCommands({ ...dependencies, secrets: webhookStore.secrets }));
    await app.register(sendingCommands({ ...dependencies, deliveries: webhookStore.deliveries }));
  };
}

interface QueryDependencies {
  readonly log: EventLog;
  readonly readModels: ReadModels;
  readonly webhookStore: { readonly deliveries: Deliveries };
}

/** Every question about webhooks. */
export function queries({ log, readModels, webhookStore: { deliveries } }: QueryDependencies): Routes {
  return myWebhooksQueries({ log, deliveries, webhooks: readModels.reader<MyWebhook>(myWebhooks) });
}

interface WorkerDependencies {
  readonly log: EventLog;
  readonly bus: EventBus;
  readonly readModels: ReadModels;
  readonly cursors: Cursors;
  readonly clock: Clock;
  readonly webhookStore: WebhookStore;
  readonly allowPrivate: boolean;
  readonly onError: (error: unknown) => void;
  readonly onReacted: (reacted: Reacted) => void;
}

/** What is done without being asked: messages are queued, sent and forgotten. */
export function workers(dependencies: WorkerDependencies): Worker[] {
  const { log, bus, readModels, cursors, clock, webhookStore, allowPrivate, onError, onReacted } = dependencies;
  const webhooks = readModels.reader<MyWebhook>(myWebhooks);
  const parts = { log, clock, webhooks, subjects: readModels.reader<Subject>(subjects), ...webhookStore, onError };
  const reacting = { log, bus, cursors, clock, onError };
  return [
    // What these do is seen in the record of deliveries: there is no command to tell of.
    startReaction({ ...reacting, reaction: queueMessages(parts) }),
    startReaction({ ...reacting, reaction: tendWebhooks(parts) }),
    startReaction({ ...reacting, reaction: removeWebhooks(log), onReacted }),
    startSending(webhookSender({ ...parts, post: poster({ allowPrivate }) }), onError),
    periodically({
      name: 'tidy-webhooks',
      intervalMs: TIDY_INTERVAL,
      cursors,
      onError,
      work: () => tidy({ ...webhookStore, clock }),
    }),
  ];
}
