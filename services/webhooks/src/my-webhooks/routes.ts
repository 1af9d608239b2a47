import type { EventLog, ReadModel } from '@boxoffice/common';
import { caughtUp, type Routes, refusals, signedIn } from '@boxoffice/common/http';
import {
  Id,
  MAX_WEBHOOKS,
  WebhookDeliveriesQuery,
  WebhookDeliveriesReply,
  WebhooksReply,
  WebhookView,
} from '@boxoffice/contracts';
import { z } from 'zod';
import type { Deliveries } from '../deliveries/deliveries.ts';
import { deliveriesPage } from '../deliveries/page.ts';
import { WebhookNotFound } from '../webhook/errors.ts';
import type { MyWebhook } from './projection.ts';
import { viewOf } from './view.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly webhooks: ReadModel<MyWebhook>;
  readonly deliveries: Deliveries;
}

const tags = ['webhooks'];
const params = z.strictObject({ id: Id });

/** A person's own webhooks, the oldest first; one of them; and what was sent to it. */
export function myWebhooksQueries({ log, webhooks, deliveries }: Dependencies): Routes {
  async function owned(ownerId: string, id: string) {
    const webhook = await webhooks.get(id);
    if (webhook?.ownerId !== ownerId) throw new WebhookNotFound();
    return webhook;
  }

  return async (app) => {
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    app.get(
      '/api/webhooks',
      { schema: { tags, response: { 200: WebhooksReply, ...refusals('not-signed-in', 'not-caught-up') } } },
      async (request, reply) => {
        const { userId: ownerId } = signedIn(request);
        await caughtUp(request, reply, webhooks, log);
        const found = await webhooks.find({ ownerId }, { sort: { registeredAt: 1, _id: 1 }, limit: MAX_WEBHOOKS });
        return { items: found.map((webhook) => viewOf(webhook._id, webhook)) };
      },
    );

    app.get(
      '/api/webhooks/:id',
      {
        schema: {
          tags,
          params,
          response: { 200: WebhookView, ...refusals('not-signed-in', 'webhook-not-found', 'not-caught-up') },
        },
      },
      async (request, reply) => {
        const { userId: ownerId } = signedIn(request);
        await caughtUp(request, reply, webhooks, log);
        const webhook = await owned(ownerId, request.params.id);
        return viewOf(webhook._id, webhook);
      },
    );

    app.get(
      '/api/webhooks/:id/deliveries',
      {
        schema: {
          tags,
          params,
          querystring: WebhookDeliveriesQuery,
          response: { 200: WebhookDeliveriesReply, ...refusals('not-signed-in', 'webhook-not-found', 'not-caught-up') },
        },
      },
      async (request, reply) => {
        const { userId: ownerId } = signedIn(request);
        await caughtUp(request, reply, webhooks, log);
        await owned(ownerId, request.params.id);
        return deliveriesPage(deliveries, request.params.id, request.query);
      },
    );
  };
}
