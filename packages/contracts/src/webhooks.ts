import { z } from 'zod';
import { defineEvent, type EventOf, eventSet } from './event.ts';
import { Id } from './id.ts';
import { page, pageQuery } from './page.ts';
import { Instant } from './time.ts';
import { WebhookTopic } from './webhook-messages.ts';

/** The most webhooks that one person may have. */
export const MAX_WEBHOOKS = 10;

/** In one commit with `WebhookAdded`. The secret is beside the log, under `secretId`; it is never in an event. */
export const WebhookRegistered = defineEvent('WebhookRegistered', 1, {
  webhookId: Id,
  ownerId: Id,
  url: z.string(),
  topics: z.array(WebhookTopic),
  secretId: Id,
});
/** In one commit with `WebhookDropped`. Its secrets and its deliveries are destroyed. */
export const WebhookRemoved = defineEvent('WebhookRemoved', 1, { webhookId: Id, ownerId: Id });
/** `secretId` signs from now on, and the one before it as well until `previousUntil`. */
export const WebhookSecretRotated = defineEvent('WebhookSecretRotated', 1, {
  webhookId: Id,
  secretId: Id,
  previousUntil: Instant,
});
/** Everything of its owner's from this position on is delivered again. */
export const WebhookReplayRequested = defineEvent('WebhookReplayRequested', 1, {
  webhookId: Id,
  from: z.int().min(1),
  /** From when on it may be asked for again. */
  nextFrom: Instant,
});

/** `failing`: nothing has arrived for days. `gone`: the receiver said 410. */
export const WebhookDisabledReason = z.enum(['failing', 'gone']);
export type WebhookDisabledReason = z.infer<typeof WebhookDisabledReason>;

/** Nothing is sent any more, until its owner enables it again. */
export const WebhookDisabled = defineEvent('WebhookDisabled', 1, { webhookId: Id, reason: WebhookDisabledReason });
export const WebhookEnabled = defineEvent('WebhookEnabled', 1, { webhookId: Id });

const contracts = [
  WebhookRegistered,
  WebhookRemoved,
  WebhookSecretRotated,
  WebhookReplayRequested,
  WebhookDisabled,
  WebhookEnabled,
] as const;
/** What happens to a webhook, on `webhook-<id>`. */
export const webhookEvents = eventSet('webhook', contracts);
export type WebhookEvent = EventOf<(typeof contracts)[number]>;

/** On `webhooks-<user>`, which counts what one person has. */
export const WebhookAdded = defineEvent('WebhookAdded', 1, { ownerId: Id, webhookId: Id });
export const WebhookDropped = defineEvent('WebhookDropped', 1, { ownerId: Id, webhookId: Id });

/** The webhooks that a person has, on `webhooks-<user>`. */
export const webhookOwnerEvents = eventSet('webhooks', [WebhookAdded, WebhookDropped]);
export type WebhookOwnerEvent = EventOf<typeof WebhookAdded | typeof WebhookDropped>;

/** Where messages are sent. A name and a password in it would lie in the log for ever. */
export const WebhookUrl = z
  .url({ protocol: /^https?$/, error: 'must be an https address' })
  .max(2000, { error: 'must be 2000 characters or fewer' })
  .refine((text) => !URL.canParse(text) || (!new URL(text).username && !new URL(text).password), {
    error: 'must be without a user and a password: what comes from us is known by its signature',
  })
  .refine((text) => !text.includes('#'), { error: 'must be without a fragment' });

export const RegisterWebhook = z
  .strictObject({
    url: WebhookUrl,
    events: z
      .array(WebhookTopic)
      .min(1, { error: 'must name one event or more' })
      .refine((events) => new Set(events).size === events.length, { error: 'must name each event once' }),
  })
  .meta({ id: 'RegisterWebhook' });
export type RegisterWebhook = z.infer<typeof RegisterWebhook>;

/** `from`: a position of the log. */
export const ReplayWebhook = z.strictObject({ from: z.int().min(1) }).meta({ id: 'ReplayWebhook' });
export type ReplayWebhook = z.infer<typeof ReplayWebhook>;

export const WebhookStatus = z.enum(['enabled', 'disabled']);
export type WebhookStatus = z.infer<typeof WebhookStatus>;

const webhook = {
  id: Id,
  url: z.string(),
  events: z.array(WebhookTopic),
  status: WebhookStatus,
  /** Why it is disabled. */
  reason: WebhookDisabledReason.optional(),
  registeredAt: Instant,
  changedAt: Instant,
  /** Until when the secret before the present one signs as well. */
  previousSecretUntil: Instant.optional(),
};

export const WebhookView = z.object(webhook).meta({ id: 'Webhook' });
export type WebhookView = z.infer<typeof WebhookView>;

/**
 * The one reply that has the secret, `whsec_` and Base64. Only where the same request is repeated and its secret is no
 * more, it has none.
 */
export const WebhookWithSecret = z
  .object({ ...webhook, secret: z.string().optional().meta({ example: 'whsec_…' }) })
  .meta({ id: 'WebhookWithSecret' });
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;

export const WebhooksReply = z.object({ items: z.array(WebhookView) }).meta({ id: 'Webhooks' });
export type WebhooksReply = z.infer<typeof WebhooksReply>;

/** One try to deliver. `status` is what was answered; `failure` says why nothing was. */
export const WebhookAttempt = z.object({
  at: Instant,
  milliseconds: z.int(),
  status: z.int().optional(),
  failure: z.string().optional(),
});
export type WebhookAttempt = z.infer<typeof WebhookAttempt>;

/** `given-up`: it was tried for days. `dropped`: the webhook was disabled before it arrived. */
export const WebhookDeliveryStatus = z.enum(['pending', 'delivered', 'given-up', 'dropped']);
export type WebhookDeliveryStatus = z.infer<typeof WebhookDeliveryStatus>;

export const WebhookDeliveryView = z
  .object({
    /** What the receiver sees as `webhook-id`, at every attempt and in every replay. */
    id: z.string(),
    type: z.string(),
    position: z.int(),
    status: WebhookDeliveryStatus,
    queuedAt: Instant,
    /** While it is pending. */
    nextAttemptAt: Instant.optional(),
    /** The last ones, the oldest first. */
    attempts: z.array(WebhookAttempt),
  })
  .meta({ id: 'WebhookDelivery' });
export type WebhookDeliveryView = z.infer<typeof WebhookDeliveryView>;

export const WebhookDeliveriesQuery = z.strictObject(pageQuery);
export const WebhookDeliveriesReply = page(WebhookDeliveryView).meta({ id: 'WebhookDeliveries' });
export type WebhookDeliveriesReply = z.infer<typeof WebhookDeliveriesReply>;
