import { type CommandContext, type EventLog, handle, type Outcome } from '@boxoffice/common';
import { ownedWebhooks } from './owned-webhooks.ts';
import { webhook } from './webhook.ts';

/** Removes a webhook of its owner. What is kept of it beside the log is destroyed by what follows the event. */
export function removeWebhook(
  log: EventLog,
  { webhookId, ownerId }: { readonly webhookId: string; readonly ownerId: string },
  context: CommandContext,
): Promise<Outcome> {
  return handle(log, context, async (load) => {
    const removed = await load(webhook, webhookId);
    removed.emit(webhook.decide({ type: 'Remove', webhookId, ownerId }, removed.state));
    const owned = await load(ownedWebhooks, ownerId);
    owned.emit(ownedWebhooks.decide({ type: 'Drop', ownerId, webhookId }, owned.state));
  });
}
