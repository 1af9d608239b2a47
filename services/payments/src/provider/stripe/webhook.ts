import type { Clock, EventLog } from '@boxoffice/common';
import { Busy, type CommandContext, fold, InvalidInput } from '@boxoffice/common';
import { Empty, type Routes, refusals } from '@boxoffice/common/http';
import { Id, streamName } from '@boxoffice/contracts';
import Stripe from 'stripe';
import { z } from 'zod';
import { payment } from '../../payment/payment.ts';
import { finishRefund } from '../../refund/refund.ts';
import { settle } from '../../settlement/settle.ts';
import type { PaymentProvider } from '../provider.ts';

export interface StripeWebhookDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly provider: PaymentProvider;
  /** What Stripe signs with. */
  readonly secret: string;
}

/** Bytes; an event of Stripe's holds the whole object that it tells of. */
const BODY_LIMIT = 256 * 1024;
/** Seconds after which a signature is worth nothing. */
const TOLERANCE = 300;

/** What is read of an event: which payment it is about. Nothing it says of that is believed. */
const StripeEvent = z.object({
  type: z.string(),
  data: z.object({
    object: z.object({
      object: z.enum(['payment_intent', 'charge']),
      metadata: z.object({ paymentId: Id }),
    }),
  }),
});

/**
 * Stripe's doorbell. An event that is signed makes the payment be looked up and written down as if its turn had come;
 * what it says may be old, doubled or out of order. So no ids of events are kept: settling twice is settling once.
 * What is not about a payment of ours is answered 200 and changes nothing.
 */
export function stripeWebhook({ log, clock, provider, secret }: StripeWebhookDependencies): Routes {
  return async (app) => {
    // The signature is over the bytes, so that they are taken as they came. Only here: the parser ends with the plugin.
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

    app.post(
      '/api/payments/webhooks/stripe',
      {
        bodyLimit: BODY_LIMIT,
        schema: {
          tags: ['payments'],
          response: { 200: Empty, ...refusals('cross-site-request', 'body-too-large', 'unsupported-media-type') },
        },
      },
      async (request, reply) => {
        const at = clock.now();
        const body = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
        checkSignature(body, request.headers['stripe-signature'], secret, at);
        const paymentId = paymentOf(body);
        if (paymentId === undefined || !(await isOurs(log, provider, paymentId))) return reply.code(200).send();
        const context = (): CommandContext => ({
          commandId: crypto.randomUUID(),
          mayRepeat: false,
          correlationId: request.id,
          actor: 'system:stripe-webhook',
          at,
        });
        try {
          await settle({ log, clock, provider }, paymentId, context());
          await finishRefund({ log, clock, provider }, paymentId, context());
        } catch (err) {
          request.log.warn({ err, paymentId, correlationId: request.id }, 'a payment is left to be settled later');
          // Stripe rings again when it is refused. Money that comes after a decline is told of in no other way.
          throw new Busy('How the payment stands could not be found out', 10);
        }
        return reply.code(200).send();
      },
    );
  };
}

function checkSignature(body: Buffer, header: string | string[] | undefined, secret: string, at: string): void {
  try {
    const { signature } = Stripe.webhooks;
    if (!signature) throw new Error('nothing can be verified');
    signature.verifyHeader(body, String(header ?? ''), secret, TOLERANCE, undefined, Date.parse(at));
  } catch {
    const message = `must be that of the body, and no older than ${TOLERANCE} s`;
    throw new InvalidInput([{ field: 'Stripe-Signature', message }]);
  }
}

/** The payment that the event is about, if there is anything to look up. */
function paymentOf(body: Buffer): string | undefined {
  const { success, data } = StripeEvent.safeParse(parsed(body));
  // That an intent was made is known to whoever made it, and about to confirm it.
  if (!success || data.type === 'payment_intent.created') return undefined;
  return data.data.object.metadata.paymentId;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new InvalidInput([{ field: 'body', message: 'must be JSON' }]);
  }
}

/** Others may use the same account of Stripe's. */
async function isOurs(log: EventLog, { name }: PaymentProvider, paymentId: string): Promise<boolean> {
  const { state } = await fold(log, payment, streamName('payment', paymentId));
  return state?.provider === name;
}
