import { type Clock, type EventLog, fold, handle } from '@boxoffice/common';
import { commandContext, commandRefusals, type Routes, setPosition, signedIn } from '@boxoffice/common/http';
import { Id, ReplayWebhook, streamName, WebhookDeliveryView, WebhookView } from '@boxoffice/contracts';
import { z } from 'zod';
import type { Deliveries } from '../deliveries/deliveries.ts';
import { deliveryView } from '../deliveries/view.ts';
import { pingOf } from '../messages/ping.ts';
import { viewAfter } from '../my-webhooks/view.ts';
import { WebhookIsDisabled, WebhookNotFound } from './errors.ts';
import { ownedBy, webhook } from './webhook.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly deliveries: Deliveries;
}

const tags = ['webhooks'];
const params = z.strictObject({ id: Id });

/** Try a webhook, and have everything delivered again. */
export function sendingCommands({ log, clock, deliveries }: Dependencies): Routes {
  return async (app) => {
    app.post(
      '/api/webhooks/:id/test',
      {
        schema: {
          tags,
          params,
          response: {
            202: WebhookDeliveryView,
            ...commandRefusals('not-signed-in', 'webhook-not-found', 'webhook-disabled'),
          },
        },
      },
      async (request, reply) => {
        const { userId: ownerId } = signedIn(request);
        const { id: webhookId } = request.params;
        // Nothing is decided that others must know of: only the queue hears of it.
        const { commandId, at } = commandContext(request, { clock, actor: ownerId });
        const { state, position } = await fold(log, webhook, streamName('webhook', webhookId));
        if (ownedBy(ownerId, state).status === 'disabled') throw new WebhookIsDisabled();
        const ping = pingOf({ webhookId, commandId, position, at });
        await deliveries.add([ping]);
        const [queued] = await deliveries.get([ping.id]);
        // Removed at the same moment, and its deliveries with it.
        if (!queued) throw new WebhookNotFound();
        return reply.code(202).send(deliveryView(queued));
      },
    );

    app.post(
      '/api/webhooks/:id/replay',
      {
        schema: {
          tags,
          params,
          body: ReplayWebhook,
          response: {
            202: WebhookView,
            ...commandRefusals('not-signed-in', 'webhook-not-found', 'webhook-disabled', 'replay-too-soon'),
          },
        },
      },
      async (request, reply) => {
        const { userId: ownerId } = signedIn(request);
        const { id: webhookId } = request.params;
        const { from } = request.body;
        const context = commandContext(request, { clock, actor: ownerId, body: request.body });
        const { position } = await handle(log, context, async (load) => {
          const replayed = await load(webhook, webhookId);
          const wish = { type: 'Replay' as const, webhookId, ownerId, from, at: context.at };
          replayed.emit(webhook.decide(wish, replayed.state));
        });
        setPosition(request, reply, position);
        return reply.code(202).send(await viewAfter(log, webhookId, position));
      },
    );
  };
}
