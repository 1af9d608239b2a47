import Stripe from 'stripe';
import type { Refund } from '../provider.ts';

/**
 * Gives back all that is left of a charge. Stripe forgets idempotency keys after a day; afterwards it says that the
 * money was given back, and by which refund is looked up.
 * @throws {Error} the refund has failed
 */
export async function refundOf(stripe: Stripe, { idempotencyKey, reference }: Refund): Promise<string> {
  const refund = await stripe.refunds
    .create({ payment_intent: reference }, { idempotencyKey })
    .catch((error) => givenBack(stripe, reference, error));
  const { id, status } = refund;
  if (status === 'failed' || status === 'canceled') throw new Error(`the refund ${id} of ${reference} is ${status}`);
  return id;
}

async function givenBack(stripe: Stripe, reference: string, error: unknown): Promise<Stripe.Refund> {
  const isBack = error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'charge_already_refunded';
  if (!isBack) throw error;
  const { data } = await stripe.refunds.list({ payment_intent: reference, limit: 100 });
  const refund = data.find(({ status }) => status !== 'failed' && status !== 'canceled');
  if (!refund) throw error;
  return refund;
}
