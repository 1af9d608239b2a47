import { catchUp, type Reaction, type Recorded, recordedEvents } from '@boxoffice/common';
import { record, startApi } from '@boxoffice/common/testing';
import type { Event } from '@boxoffice/contracts';
import { commands, queries } from './context.ts';
import {
  added,
  listed,
  ownerStream,
  registered,
  secretId,
  ticketStream,
  webhookId,
  webhookStream,
} from './controls.ts';
import { type MyWebhook, myWebhooks } from './my-webhooks/projection.ts';
import { newSecret } from './secrets/signature.ts';
import { type Post, poster } from './sending/post.ts';
import { webhookSender } from './sending/sender.ts';
import { openSqliteWebhookStore } from './store/sqlite.ts';
import type { WebhookStore } from './store/store.ts';
import { type Subject, subjects } from './subject/projection.ts';
import { queueMessages } from './tending/queue-messages.ts';
import { tendWebhooks } from './tending/tend-webhooks.ts';

interface Options {
  readonly allowPrivate?: boolean;
  readonly webhookStore?: WebhookStore;
  readonly post?: Post;
}

const projections = [myWebhooks, subjects];

/** All routes of webhooks, on parts in memory, and what is done without being asked. */
export async function startWebhooks({
  allowPrivate = true,
  webhookStore = openSqliteWebhookStore(':memory:'),
  post = poster({ allowPrivate, timeoutMs: 300 }),
}: Options = {}) {
  const api = await startApi({
    routes: (parts) => [commands({ ...parts, webhookStore, allowPrivate }), queries({ ...parts, webhookStore })],
    catchUp: ({ log, readModels }) => catchUp(projections, log, readModels),
  });
  const { log, clock, readModels } = api;
  const { secrets, deliveries } = webhookStore;
  const parts = {
    ...{ log, clock, secrets, deliveries },
    webhooks: readModels.reader<MyWebhook>(myWebhooks),
    subjects: readModels.reader<Subject>(subjects),
  };
  const startSender = () => webhookSender({ ...parts, post, onError: rethrow });
  const sender = startSender();
  const reactions = [queueMessages(parts), tendWebhooks(parts)] as unknown as readonly Reaction<Event>[];
  let reactedTo = 0;

  async function react(event: Recorded<Event>, reaction: Reaction<Event>): Promise<void> {
    const { position, index, correlationId } = event;
    const commandId = `${reaction.name}:${position}.${index}`;
    await reaction.react(event, { commandId, mayRepeat: true, correlationId, actor: 'system', at: clock.now() });
  }

  /** What has happened from this position on, or since the last time, is followed by what follows from it. */
  async function follow(from = reactedTo + 1): Promise<void> {
    await catchUp(projections, log, readModels);
    for (const commit of await log.read(from - 1, 1000)) {
      for (const reaction of reactions)
        for (const event of recordedEvents(commit, reaction.events)) await react(event, reaction);
      reactedTo = Math.max(reactedTo, commit.position);
    }
  }

  return {
    ...{ ...api, secrets, deliveries, sender, startSender, follow },
    /** Sends what is due by the clock. */
    async deliver(): Promise<void> {
      await Promise.all(await sender.begin());
    },
    /** A webhook of the seller is there, and leads to this address. */
    async register(url: string, secret = newSecret()): Promise<string> {
      await secrets.put({ secretId, webhookId, value: secret });
      const data = { ...registered.data, url };
      await record(log, { [webhookStream]: [{ ...registered, data }], [ownerStream]: [added] });
      return secret;
    },
    /** The ticket is for sale. */
    list: () => record(log, { [ticketStream]: [listed] }),
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]();
      await webhookStore[Symbol.asyncDispose]();
    },
  };
}

function rethrow(error: unknown): never {
  throw error;
}
