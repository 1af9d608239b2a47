import Stripe from 'stripe';
import type { Charge, ChargeOutcome, PaymentProvider } from '../provider.ts';
import { type StripeAccess, stripeClient } from './client.ts';
import { declineReason } from './decline-reason.ts';
import { intentOf, NotAccepted } from './intent.ts';
import { stripeMethods } from './methods.ts';
import { outcomeOf } from './outcome.ts';
import { refundOf } from './refund.ts';

/**
 * Stripe, by payment intents. A charge is an intent that is made under the payment's id and then confirmed under a key
 * of its own; asked again, it is looked up, so that nothing is charged twice however often and by whomever it is asked.
 */
export function stripeProvider(access: StripeAccess): PaymentProvider {
  const { stripe, within } = stripeClient(access);
  const { paymentIntents } = stripe;

  async function charge(wanted: Charge): Promise<ChargeOutcome> {
    const intent = await intentOf(stripe, wanted);
    if (intent.status !== 'requires_confirmation') return outcomeOf(intent);
    try {
      const idempotencyKey = `confirm-${wanted.idempotencyKey}`;
      return outcomeOf(await paymentIntents.confirm(intent.id, {}, { idempotencyKey }));
    } catch (error) {
      if (!isNo(error)) throw error;
      const now = await paymentIntents.retrieve(intent.id);
      return now.status === 'requires_confirmation' ? callOff(now) : outcomeOf(now);
    }
  }

  async function callOff(intent: Stripe.PaymentIntent): Promise<ChargeOutcome> {
    if (intent.status === 'succeeded' || intent.status === 'canceled') return outcomeOf(intent);
    try {
      return outcomeOf(await paymentIntents.cancel(intent.id));
    } catch (error) {
      if (!isNo(error)) throw error;
      // It was too late, or is for now: the money is on its way.
      return outcomeOf(await paymentIntents.retrieve(intent.id));
    }
  }

  return {
    name: 'stripe',
    methods: stripeMethods(access.secretKey),
    charge: (wanted, signal) => within(signal, () => accepted(charge(wanted))),
    cancel: (wanted, signal) => within(signal, () => accepted(intentOf(stripe, wanted).then(callOff))),
    refund: (wanted, signal) => within(signal, () => refundOf(stripe, wanted)),
    async [Symbol.asyncDispose]() {},
  };
}

/** Stripe has answered, and the answer is no. */
function isNo(error: unknown): boolean {
  const { StripeCardError, StripeInvalidRequestError } = Stripe.errors;
  return error instanceof StripeCardError || error instanceof StripeInvalidRequestError;
}

async function accepted(outcome: Promise<ChargeOutcome>): Promise<ChargeOutcome> {
  try {
    return await outcome;
  } catch (error) {
    if (!(error instanceof NotAccepted)) throw error;
    return { status: 'declined', reason: declineReason(error) };
  }
}
