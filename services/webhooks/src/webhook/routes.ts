import { type Clock, type EventLog, handle } from '@boxoffice/common';
import { commandContext, commandRefusals, Empty, type Routes, setPosition, signedIn } from '@boxoffice/common/http';
import { Id, RegisterWebhook, WebhookView, WebhookWithSecret } from '@boxoffice/contracts';
import { z } from 'zod';
import { viewAfter } from '../my-webhooks/view.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { withNewSecret } from '../secrets/with-new-secret.ts';
import { checkUrl } from '../sending/check-url.ts';
import { registerWebhook } from './register-webhook.ts';
import { removeWebhook } from './remove-webhook.ts';
import { webhook } from './webhook.ts';

export interface WebhookDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** Receivers may be on this machine or in this network, and without TLS. */
  readonly allowPrivate: boolean;
}

const tags = ['webhooks'];
const params = z.strictObject({ id: Id });

/** Register a webhook, remove it, give it another secret, enable it again. */
export function webhookCommands({ log, clock, secrets, allowPrivate }: WebhookDependencies): Routes {
  return async (app) => {
    // Replies have secrets in them.
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    app.post(
      '/api/webhooks',
      {
        schema: {
          tags,
          body: RegisterWebhook,
          response: { 201: WebhookWithSecret, ...commandRefusals('not-signed-in', 'too-many-webhooks') },
        },
      },
      async (request, reply) => {
        const { userId: actor } = signedIn(request);
        const context = commandContext(request, { clock, actor, body: request.body });
        checkUrl(request.body.url, { allowPrivate });
        const { webhookId, secret, position } = await registerWebhook({ log, secrets }, request.body, context);
        const view = await viewAfter(log, webhookId, position);
        setPosition(request, reply, position);
        return reply
          .code(201)
          .header('location', `/api/webhooks/${webhookId}`)
          .send({ ...view, secret });
      },
    );

    app.delete(
      '/api/webhooks/:id',
      { schema: { tags, params, response: { 204: Empty, ...commandRefusals('not-signed-in', 'webhook-not-found') } } },
      async (request, reply) => {
        const { userId: ownerId } = signedIn(request);
        const context = commandContext(request, { clock, actor: ownerId });
        const { position } = await removeWebhook(log, { webhookId: request.params.id, ownerId }, context);
        setPosition(request, reply, position);
        return reply.code(204).send();
      },
    );

    app.post(
      '/api/webhooks/:id/rotate',
      {
        schema: {
          tags,
          params,
          response: { 200: WebhookWithSecret, ...commandRefusals('not-signed-in', 'webhook-not-found') },
        },
      },
      async (request, reply) => {
        const { userId: ownerId } = signedIn(request);
        const { id: webhookId } = request.params;
        const context = commandContext(request, { clock, actor: ownerId });
        const { secret, position } = await withNewSecret(secrets, webhookId, (secretId) =>
          handle(log, context, async (load) => {
            const rotated = await load(webhook, webhookId);
            const wish = { type: 'RotateSecret' as const, webhookId, ownerId, secretId, at: context.at };
            rotated.emit(webhook.decide(wish, rotated.state));
          }),
        );
        setPosition(request, reply, position);
        return { ...(await viewAfter(log, webhookId, position)), secret };
      },
    );

    app.post(
      '/api/webhooks/:id/enable',
      {
        schema: {
          tags,
          params,
          response: { 200: WebhookView, ...commandRefusals('not-signed-in', 'webhook-not-found') },
        },
      },
      async (request, reply) => {
        const { userId: ownerId } = signedIn(request);
        const { id: webhookId } = request.params;
        const context = commandContext(request, { clock, actor: ownerId });
        const { position } = await handle(log, context, async (load) => {
          const enabled = await load(webhook, webhookId);
          enabled.emit(webhook.decide({ type: 'Enable', webhookId, ownerId }, enabled.state));
        });
        setPosition(request, reply, position);
        return viewAfter(log, webhookId, position);
      },
    );
  };
}
