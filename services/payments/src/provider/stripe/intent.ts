import Stripe from 'stripe';
import type { Charge } from '../provider.ts';
import { stripeAmount } from './amount.ts';
import { givenMethod } from './methods.ts';

/** Stripe does not take it: nothing is there that could be charged, and the same request will not make it so. */
export class NotAccepted extends Error {
  readonly code: string | undefined;
  readonly decline_code: string | undefined;

  constructor(cause: Refusal) {
    super(`Stripe does not accept the payment: ${cause.message}`, { cause });
    this.name = 'NotAccepted';
    this.code = cause.code;
    this.decline_code = cause.decline_code;
  }
}

/**
 * The payment intent of a charge as it stands now; made if it is not there, and not confirmed.
 *
 * Stripe forgets idempotency keys after a day, and a second intent for the same payment would charge it again. So one
 * that has no charge counts only if the search, which may be an hour behind, knows of no older one.
 * @throws {NotAccepted}
 */
export async function intentOf(stripe: Stripe, charge: Charge): Promise<Stripe.PaymentIntent> {
  const id = await created(stripe, charge);
  // A creation that is repeated is answered word for word as it was the first time: how it stands is another question.
  const intent = await stripe.paymentIntents.retrieve(id);
  if (intent.latest_charge !== null) return intent;
  const oldest = await oldestOf(stripe, charge);
  return oldest === undefined || oldest.id === id || oldest.created > intent.created
    ? intent
    : stripe.paymentIntents.retrieve(oldest.id);
}

async function created(stripe: Stripe, charge: Charge): Promise<string> {
  const { idempotencyKey, orderId, amount, method } = charge;
  try {
    const { id } = await stripe.paymentIntents.create(
      {
        ...stripeAmount(amount),
        ...givenMethod(method),
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        metadata: { orderId, paymentId: idempotencyKey },
      },
      { idempotencyKey },
    );
    return id;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const oldest = await oldestOf(stripe, charge);
    if (oldest) return oldest.id;
    throw error instanceof Stripe.errors.StripeIdempotencyError ? error : new NotAccepted(error);
  }
}

type Refusal = InstanceType<typeof Stripe.errors.StripeError>;

function isRefusal(error: unknown): error is Refusal {
  const { StripeCardError, StripeInvalidRequestError, StripeIdempotencyError } = Stripe.errors;
  return [StripeCardError, StripeInvalidRequestError, StripeIdempotencyError].some((kind) => error instanceof kind);
}

async function oldestOf(stripe: Stripe, { idempotencyKey }: Charge): Promise<Stripe.PaymentIntent | undefined> {
  const query = `metadata["paymentId"]:"${idempotencyKey}"`;
  const { data } = await stripe.paymentIntents.search({ query, limit: 100 });
  return data.toSorted((one, other) => one.created - other.created)[0];
}
