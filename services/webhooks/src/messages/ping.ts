import type { WebhookPing } from '@boxoffice/contracts';
import type { z } from 'zod';
import type { NewDelivery } from '../deliveries/deliveries.ts';

interface Asked {
  readonly webhookId: string;
  readonly commandId: string;
  /** Of the last event of the webhook. */
  readonly position: number;
  readonly at: string;
}

/** A message that says nothing, once for a command. */
export function pingOf({ webhookId, commandId, position, at }: Asked): NewDelivery {
  const message: z.infer<typeof WebhookPing> = {
    type: 'webhook.ping',
    timestamp: at,
    data: { position, webhookId },
  };
  const id = `${webhookId}_ping_${commandId}`;
  return { id, webhookId, type: message.type, position, body: JSON.stringify(message), queuedAt: at };
}
