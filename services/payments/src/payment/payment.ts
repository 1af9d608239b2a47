import type { Decider } from '@boxoffice/common';
import {
  type Money,
  PaymentDeclined,
  type PaymentEvent,
  PaymentRequested,
  type PaymentStatus,
  PaymentSucceeded,
  paymentEvents,
} from '@boxoffice/contracts';
import type { ChargeOutcome } from '../provider/provider.ts';

interface Request {
  readonly orderId: string;
  readonly ticketId: string;
  readonly buyerId: string;
  readonly amount: Money;
  readonly provider: string;
  readonly method: string;
}

/** One attempt to pay; nothing before it is requested. */
export type PaymentState =
  | undefined
  | (Request & { readonly status: PaymentStatus; readonly declined?: string | undefined });

export type PaymentCommand = { readonly paymentId: string } & (
  | ({ readonly type: 'Request' } & Request)
  | { readonly type: 'Settle'; readonly outcome: ChargeOutcome }
);

export const payment: Decider<PaymentState, PaymentCommand, PaymentEvent> = {
  events: paymentEvents,

  initial: undefined,

  decide(command, state) {
    const { paymentId } = command;
    switch (command.type) {
      case 'Request': {
        const { type: _, ...request } = command;
        return state ? [] : [PaymentRequested.of(request)];
      }
      case 'Settle': {
        if (!state) throw new Error(`payment ${paymentId} was settled before it was requested`);
        if (state.status !== 'requested') return [];
        const { orderId } = state;
        return command.outcome.status === 'succeeded'
          ? [PaymentSucceeded.of({ paymentId, orderId, reference: command.outcome.reference })]
          : [PaymentDeclined.of({ paymentId, orderId, reason: command.outcome.reason })];
      }
    }
  },

  evolve(state, event) {
    if (event.type === 'PaymentRequested') {
      const { paymentId: _, ...request } = event.data;
      return { ...request, status: 'requested' };
    }
    if (!state) throw new Error(`${event.type} before PaymentRequested`);
    switch (event.type) {
      case 'PaymentSucceeded':
        return { ...state, status: 'succeeded' };
      case 'PaymentDeclined':
        return { ...state, status: 'declined', declined: event.data.reason };
    }
  },
};
