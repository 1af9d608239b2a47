import type { Clock, EventLog } from '@boxoffice/common';
import { commandContext, commandRefusals, type Routes, refusals, setPosition, signedIn } from '@boxoffice/common/http';
import { Pay, PaymentMethodsReply, PaymentView } from '@boxoffice/contracts';
import type { PaymentProvider } from '../provider/provider.ts';
import { Declined } from './errors.ts';
import { pay } from './pay.ts';

export interface PaymentDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly provider: PaymentProvider;
  /** How long a hold lasts at least from the start of its first payment. */
  readonly paySeconds: number;
}

const tags = ['payments'];

/** Pay an order. */
export function paymentCommands({ log, clock, provider, paySeconds }: PaymentDependencies): Routes {
  return async (app) => {
    app.post(
      '/api/payments',
      {
        schema: {
          tags,
          body: Pay,
          response: {
            201: PaymentView,
            ...commandRefusals('not-signed-in', 'payment-declined', 'order-not-found', 'order-paid'),
          },
        },
      },
      async (request, reply) => {
        const { userId } = signedIn(request);
        const { orderId } = request.body;
        const context = commandContext(request, { clock, actor: userId, body: request.body });
        const onUnsettled = (err: unknown, paymentId: string) =>
          request.log.warn({ err, paymentId }, 'a payment is left to be settled later');

        const { id, state, position } = await pay(
          { log, clock, provider, paySeconds, onUnsettled },
          request.body,
          context,
        );
        setPosition(request, reply, position);
        if (state.status === 'declined') throw new Declined(state.declined ?? 'The payment was declined');
        return reply.code(201).send({ id, orderId, amount: state.amount, status: state.status });
      },
    );
  };
}

/** How one can pay. */
export function paymentQueries({ provider }: { provider: PaymentProvider }): Routes {
  return async (app) => {
    app.get(
      '/api/payments/methods',
      { schema: { tags, response: { 200: PaymentMethodsReply, ...refusals() } } },
      async () => ({ provider: provider.name, methods: [...provider.methods] }),
    );
  };
}
