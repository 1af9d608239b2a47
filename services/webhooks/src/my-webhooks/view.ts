import { type EventLog, projectStream } from '@boxoffice/common';
import { streamName, WebhookView } from '@boxoffice/contracts';
import { WebhookNotFound } from '../webhook/errors.ts';
import { type MyWebhook, myWebhooks } from './projection.ts';

/** What the owner sees of a webhook. */
export function viewOf(id: string, webhook: MyWebhook): WebhookView {
  return WebhookView.parse({ ...webhook, id });
}

/**
 * A webhook as the read model shows it at a position: for replies to commands.
 * @throws {WebhookNotFound} it is removed by then
 */
export async function viewAfter(log: EventLog, id: string, position: number): Promise<WebhookView> {
  const webhook = await projectStream(myWebhooks, log, streamName('webhook', id), id, position);
  if (!webhook) throw new WebhookNotFound();
  return viewOf(id, webhook);
}
