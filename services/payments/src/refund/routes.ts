import { type Clock, type EventLog, eventOf, fold } from '@boxoffice/common';
import { commandContext, commandRefusals, operator, type Routes, setPosition } from '@boxoffice/common/http';
import { PaymentView, paymentEvents, RefundSale, streamName } from '@boxoffice/contracts';
import { OrderNotFound } from '../payment/errors.ts';
import { payment } from '../payment/payment.ts';
import { startRefund } from './refund.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly clock: Clock;
}

/** Undo a sale: for operators. The money follows by itself. */
export function refundCommands({ log, clock }: Dependencies): Routes {
  return async (app) => {
    app.post(
      '/api/payments/refunds',
      {
        schema: {
          tags: ['payments'],
          body: RefundSale,
          response: {
            201: PaymentView,
            ...commandRefusals('not-signed-in', 'not-an-operator', 'order-not-found', 'order-not-paid'),
          },
        },
      },
      async (request, reply) => {
        const { userId } = operator(request);
        const { orderId, then: afterwards } = request.body;
        const context = commandContext(request, { clock, actor: userId, body: request.body });
        const outcome = await startRefund(log, { orderId, afterwards }, context);
        const id = eventOf(outcome, paymentEvents)?.data.paymentId;
        if (id === undefined) throw new OrderNotFound();
        const { state } = await fold(log, payment, streamName('payment', id));
        if (!state) throw new Error(`payment ${id} is not in the log`);
        setPosition(request, reply, outcome.position);
        return reply.code(201).send({ id, orderId, amount: state.amount, status: state.status });
      },
    );
  };
}
