import { type CommandContext, type EventLog, fold, type Reaction } from '@boxoffice/common';
import { streamName, type UserEvent, userEvents, type WebhookEvent, webhookEvents } from '@boxoffice/contracts';
import { ownedWebhooks } from '../webhook/owned-webhooks.ts';
import { removeWebhook } from '../webhook/remove-webhook.ts';
import { owner } from './owner.ts';

/** Removes the webhooks of somebody who has deleted their account, one that was being registered at that moment included. */
export function removeWebhooks(log: EventLog): Reaction<UserEvent | WebhookEvent> {
  return {
    name: 'remove-webhooks',
    events: [userEvents, webhookEvents],
    concerns: ({ type }) => type === 'UserForgotten' || type === 'WebhookRegistered',

    async react({ data, position }, context) {
      const ownerId = 'userId' in data ? data.userId : 'ownerId' in data ? data.ownerId : '';
      if (!(await fold(log, owner, streamName('user', ownerId), position)).state.isForgotten) return;
      const { state } = await fold(log, ownedWebhooks, streamName('webhooks', ownerId), position);
      for (const webhookId of state) {
        const own: CommandContext = { ...context, commandId: `${context.commandId}.${webhookId}` };
        await removeWebhook(log, { webhookId, ownerId }, own);
      }
    },
  };
}
