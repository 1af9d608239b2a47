import type { Decider } from '@boxoffice/common';
import {
  PaymentDeclined,
  type PaymentEvent,
  PaymentPending,
  PaymentRefunded,
  PaymentRefundRequested,
  PaymentRequested,
  type PaymentStatus,
  PaymentSucceeded,
  paymentEvents,
  type RefundReason,
  type StoredMoney,
} from '@boxoffice/contracts';
import type { ChargeOutcome } from '../provider/provider.ts';

interface Request {
  readonly orderId: string;
  readonly ticketId: string;
  readonly buyerId: string;
  readonly amount: StoredMoney;
  readonly provider: string;
  readonly method: string;
}

/** One attempt to pay; nothing before it is requested. */
export type PaymentState =
  | undefined
  | (Request & {
      readonly status: PaymentStatus;
      readonly declined?: string | undefined;
      /** The provider's own name for the charge. */
      readonly reference?: string | undefined;
      /** It was taken when events did not say how much yet. */
      readonly isUnbooked?: boolean;
    });

export type PaymentCommand = { readonly paymentId: string } & (
  | ({ readonly type: 'Request' } & Request)
  | { readonly type: 'Settle'; readonly outcome: ChargeOutcome }
  | { readonly type: 'Refund'; readonly reason: RefundReason }
  | { readonly type: 'FinishRefund'; readonly reference: string }
);

/** The money of one attempt: asked for, taken or not, given back. */
export const payment: Decider<PaymentState, PaymentCommand, PaymentEvent> = {
  events: paymentEvents,

  initial: undefined,

  decide(command, state) {
    const { paymentId } = command;
    if (command.type === 'Request') {
      const { type: _, ...request } = command;
      return state ? [] : [PaymentRequested.of(request)];
    }
    if (!state) throw new Error(`payment ${paymentId} has not been requested`);
    const { orderId, amount, status } = state;
    switch (command.type) {
      case 'Settle':
        return settled(command.outcome, paymentId, state);
      case 'Refund':
        if (status !== 'succeeded') return [];
        return [
          PaymentRefundRequested.of({
            ...{ paymentId, orderId, amount, reason: command.reason },
            isBooked: state.isUnbooked !== true,
          }),
        ];
      case 'FinishRefund':
        if (status !== 'refunding') return [];
        return [PaymentRefunded.of({ paymentId, orderId, amount, reference: command.reference })];
    }
  },

  evolve(state, event) {
    if (event.type === 'PaymentRequested') {
      const { paymentId: _, ...request } = event.data;
      return { ...request, status: 'requested' };
    }
    if (!state) throw new Error(`${event.type} before PaymentRequested`);
    switch (event.type) {
      case 'PaymentPending':
        return { ...state, status: 'pending', reference: event.data.reference };
      case 'PaymentSucceeded':
        return {
          ...state,
          status: 'succeeded',
          reference: event.data.reference,
          ...('amount' in event.data ? {} : { isUnbooked: true }),
        };
      case 'PaymentDeclined':
        return { ...state, status: 'declined', declined: event.data.reason };
      case 'PaymentRefundRequested':
        return { ...state, status: 'refunding' };
      case 'PaymentRefunded':
        return { ...state, status: 'refunded' };
    }
  },
};

/** A provider may take money after it has declined, when the buyer tried again on its own page; never the reverse. */
function settled(outcome: ChargeOutcome, paymentId: string, state: NonNullable<PaymentState>): PaymentEvent[] {
  const { orderId, amount, status } = state;
  const isOpen = status === 'requested' || status === 'pending';
  switch (outcome.status) {
    case 'pending':
      return status === 'requested' ? [PaymentPending.of({ paymentId, orderId, reference: outcome.reference })] : [];
    case 'declined':
      return isOpen ? [PaymentDeclined.of({ paymentId, orderId, reason: outcome.reason })] : [];
    case 'succeeded':
      if (!isOpen && status !== 'declined') return [];
      return [PaymentSucceeded.of({ paymentId, orderId, reference: outcome.reference, amount })];
  }
}
