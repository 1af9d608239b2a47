import { type Clock, type CommandContext, type EventLog, fold, handle } from '@boxoffice/common';
import { streamName, type WebhookAttempt, type WebhookDisabledReason } from '@boxoffice/contracts';
import type { Deliveries, Delivery, Settled } from '../deliveries/deliveries.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { signedHeaders } from '../secrets/signature.ts';
import { signingAt, webhook } from '../webhook/webhook.ts';
import { attemptSeconds, attempts, disabled, ended } from './metrics.ts';
import type { Post, Posted } from './post.ts';
import { nextAttempt } from './retry.ts';

export interface DeliverDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly deliveries: Deliveries;
  readonly post: Post;
}

/**
 * `dropped`: nobody wants it any more. `stopped`: we were told to stop before the outcome was known; the delivery is due
 * again when its time has run out.
 */
export type Delivered = 'arrived' | 'failed' | 'dropped' | 'stopped';

/**
 * Sends a delivery that was taken until a moment, once, and writes down what follows. Whom it is for is read from the log
 * each time, so that nothing is sent to a webhook that was removed or disabled a moment ago.
 */
export async function deliver(
  dependencies: DeliverDependencies,
  delivery: Delivery,
  until: string,
  signal?: AbortSignal,
): Promise<Delivered> {
  const { log, clock, secrets, deliveries, post } = dependencies;
  const { id, webhookId, body } = delivery;
  const { state } = await fold(log, webhook, streamName('webhook', webhookId));
  const at = clock.now();
  if (!state || state.status === 'removed') {
    await deliveries.forget(webhookId);
    return 'dropped';
  }
  const settle = async (settled: Omit<Settled, 'at'>) => {
    if (settled.status !== 'pending') ended.inc({ status: settled.status });
    await deliveries.settle(id, until, { ...settled, at: clock.now() });
  };
  if (state.status === 'disabled') {
    await settle({ status: 'dropped' });
    return 'dropped';
  }

  const began = performance.now();
  const keys = await secrets.get(signingAt(at, state));
  const posted: Posted =
    keys.length === 0
      ? { failure: 'no-secret' }
      : await post(state.url, { headers: signedHeaders(keys, { id, body, at }), body }, signal);
  if (signal?.aborted && 'failure' in posted) return 'stopped';
  const attempt: WebhookAttempt = { at, milliseconds: Math.round(performance.now() - began), ...posted };
  attemptSeconds.observe(attempt.milliseconds / 1000);
  if (hasArrived(posted)) {
    attempts.inc({ outcome: 'delivered' });
    await settle({ status: 'delivered', attempt });
    return 'arrived';
  }

  attempts.inc({ outcome: 'status' in posted ? 'answered' : 'failed' });
  const isGone = 'status' in posted && posted.status === 410;
  const dueAt = isGone ? undefined : nextAttempt(delivery.tries, clock.now());
  // Disabled first: a crash in between has it tried once more, and not sent for ever.
  if (isGone) await disable(dependencies, delivery, 'gone');
  else if (dueAt === undefined && !(await deliveries.hasArrivedSince(webhookId, delivery.queuedAt)))
    await disable(dependencies, delivery, 'failing');
  await settle(dueAt === undefined ? { status: 'given-up', attempt } : { status: 'pending', dueAt, attempt });
  return 'failed';
}

function hasArrived(posted: Posted): boolean {
  return 'status' in posted && posted.status >= 200 && posted.status < 300;
}

async function disable(
  { log, clock }: DeliverDependencies,
  { id, webhookId, position }: Delivery,
  reason: WebhookDisabledReason,
): Promise<void> {
  const context: CommandContext = {
    commandId: crypto.randomUUID(),
    mayRepeat: false,
    correlationId: id,
    causationId: String(position),
    actor: 'system:send-webhooks',
    at: clock.now(),
  };
  const { commit } = await handle(log, context, async (load) => {
    const { state, emit } = await load(webhook, webhookId);
    emit(webhook.decide({ type: 'Disable', webhookId, reason }, state));
  });
  if (commit) disabled.inc({ reason });
}
