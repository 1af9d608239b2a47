import type { EventLog, Reaction } from '@boxoffice/common';
import { type PaymentEvent, paymentEvents } from '@boxoffice/contracts';
import type { PaymentProvider } from '../provider/provider.ts';
import { settle } from './settle.ts';

/** Milliseconds after which a payment whose request was cut off is looked into. */
const GRACE = 10_000;

/** Settles what the request that began it could not: its process died, or the provider did not answer. */
export function settlePayments(dependencies: { log: EventLog; provider: PaymentProvider }): Reaction<PaymentEvent> {
  return {
    name: 'settle-payments',
    events: [paymentEvents],
    delayMs: GRACE,
    async react(event, context) {
      if (event.type === 'PaymentRequested') await settle(dependencies, event.data.paymentId, context);
    },
  };
}
