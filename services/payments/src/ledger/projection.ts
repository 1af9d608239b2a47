import type { Projection } from '@boxoffice/common';
import { type OrderEvent, orderEvents, type PaymentEvent, paymentEvents } from '@boxoffice/contracts';

/** The money of one currency, in minor units, since the beginning. */
export interface Ledger {
  /** Taken from buyers. */
  readonly charged: number;
  /** Of orders that are paid. */
  readonly paid: number;
  /** Given back. */
  readonly refunded: number;
  /** Taken, and neither an order's nor given back yet. */
  readonly inFlight: number;
  /** What the market has earned, as a part of `paid`. */
  readonly fees: number;
}

const empty: Ledger = { charged: 0, paid: 0, refunded: 0, inFlight: 0, fees: 0 };

/**
 * The books, by currency. Money and orders tell of themselves in events of their own, so that what does not add up
 * shows: see {@link imbalanceOf}.
 */
export const ledger: Projection<Ledger, PaymentEvent | OrderEvent> = {
  name: 'ledger',
  version: 2,
  events: [paymentEvents, orderEvents],

  keys({ data }) {
    if ('amount' in data) return [data.amount.currency];
    return 'paymentId' in data && 'total' in data ? [data.total.currency] : [];
  },

  apply(body, event) {
    const before = body ?? empty;
    switch (event.type) {
      case 'PaymentSucceeded': {
        const amount = 'amount' in event.data ? event.data.amount.amount : 0;
        return { ...before, charged: before.charged + amount, inFlight: before.inFlight + amount };
      }
      case 'PaymentRefundRequested': {
        const isOld = 'isBooked' in event.data && !event.data.isBooked;
        // There was no fee then.
        return isOld ? sold(before, event.data.amount.amount) : before;
      }
      case 'PaymentRefunded': {
        const { amount } = event.data.amount;
        return { ...before, refunded: before.refunded + amount, inFlight: before.inFlight - amount };
      }
      case 'OrderPaid':
        return 'total' in event.data ? earned(before, event.data, 1) : before;
      case 'OrderRefundStarted':
        // Money that came late was never an order's.
        return event.data.reason === 'operator' ? earned(before, event.data, -1) : before;
      default:
        return before;
    }
  },
};

/** A sale from before events said how much it was. */
function sold(before: Ledger, amount: number): Ledger {
  return { ...before, charged: before.charged + amount, paid: before.paid + amount };
}

function earned(before: Ledger, { total, fee }: { total: { amount: number }; fee: { amount: number } }, sign: 1 | -1) {
  return {
    ...before,
    paid: before.paid + sign * total.amount,
    fees: before.fees + sign * fee.amount,
    inFlight: before.inFlight - sign * total.amount,
  };
}

/** What is there too much or too little: zero at every position. */
export function imbalanceOf({ charged, paid, refunded, inFlight, fees }: Ledger): number {
  const isPossible = inFlight >= 0 && fees >= 0 && fees <= paid;
  const difference = charged - paid - refunded - inFlight;
  return isPossible ? difference : difference || Math.min(inFlight, fees, paid - fees);
}
