import type { Projection } from '@boxoffice/common';
import { type PaymentEvent, paymentEvents } from '@boxoffice/contracts';

/** A payment whose money is neither here nor there. */
export interface OpenPayment {
  readonly orderId: string;
  readonly status: 'requested' | 'pending' | 'refunding';
  /** When it came to be so. */
  readonly since: string;
  readonly correlationId: string;
}

/** The payments that somebody has to see to, by their ids. What is settled is not in it. */
export const openPayments: Projection<OpenPayment, PaymentEvent> = {
  name: 'open-payments',
  version: 1,
  indexes: [{ key: { status: 1, since: 1 } }],
  events: [paymentEvents],

  keys: (event) => [event.data.paymentId],

  apply(_open, { type, data: { orderId }, at: since, correlationId }) {
    switch (type) {
      case 'PaymentRequested':
        return { orderId, status: 'requested', since, correlationId };
      case 'PaymentPending':
        return { orderId, status: 'pending', since, correlationId };
      case 'PaymentRefundRequested':
        return { orderId, status: 'refunding', since, correlationId };
      case 'PaymentSucceeded':
      case 'PaymentDeclined':
      case 'PaymentRefunded':
        return undefined;
    }
  },
};
