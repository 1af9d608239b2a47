import type Stripe from 'stripe';
import type { ChargeOutcome } from '../provider.ts';
import { declineReason } from './decline-reason.ts';

/** What the state of a payment intent means for the payment. The intent's id is the reference. */
export function outcomeOf({ id: reference, status, last_payment_error }: Stripe.PaymentIntent): ChargeOutcome {
  switch (status) {
    case 'succeeded':
      return { status: 'succeeded', reference };
    case 'canceled':
      return { status: 'declined', reason: 'The payment was called off before anything was charged' };
    case 'requires_payment_method':
      // Without an error the buyer has not been asked for a card yet.
      if (last_payment_error) return { status: 'declined', reason: declineReason(last_payment_error) };
      return { status: 'pending', reference };
    default:
      return { status: 'pending', reference };
  }
}
