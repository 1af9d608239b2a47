import { type CommandContext, type EventLog, handle } from '@boxoffice/common';
import type { RegisterWebhook } from '@boxoffice/contracts';
import type { Secrets } from '../secrets/secrets.ts';
import { type Secretive, withNewSecret } from '../secrets/with-new-secret.ts';
import { ownedWebhooks } from './owned-webhooks.ts';
import { webhook } from './webhook.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly secrets: Secrets;
}

/** Registers a webhook of whoever asks, unless they have too many. */
export function registerWebhook(
  { log, secrets }: Dependencies,
  { url, events: topics }: RegisterWebhook,
  context: CommandContext,
): Promise<Secretive> {
  const ownerId = context.actor;
  const webhookId = crypto.randomUUID();
  return withNewSecret(secrets, webhookId, (secretId) =>
    handle(log, context, async (load) => {
      const owned = await load(ownedWebhooks, ownerId);
      const registered = await load(webhook, webhookId);
      const wish = { type: 'Register' as const, webhookId, ownerId, url, topics, secretId };
      owned.emit(ownedWebhooks.decide({ type: 'Add', ownerId, webhookId }, owned.state));
      registered.emit(webhook.decide(wish, registered.state));
    }),
  );
}
