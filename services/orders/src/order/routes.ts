import type { Clock, EventLog } from '@boxoffice/common';
import { commandContext, commandRefusals, Empty, type Routes, setPosition, signedIn } from '@boxoffice/common/http';
import { Id, OrderView, PlaceOrder } from '@boxoffice/contracts';
import { z } from 'zod';
import { orderView } from '../my-orders/view.ts';
import { cancelOrder } from './cancel-order.ts';
import { OrderNotFound } from './errors.ts';
import { type OrderRules, placeOrder } from './place-order.ts';

export interface OrderDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly rules: OrderRules;
}

const tags = ['orders'];

/** Reserve and cancel. */
export function orderCommands({ log, clock, rules }: OrderDependencies): Routes {
  return async (app) => {
    app.post(
      '/api/orders',
      {
        schema: {
          tags,
          body: PlaceOrder,
          response: {
            201: OrderView,
            ...commandRefusals('not-signed-in', 'own-ticket', 'ticket-not-found', 'ticket-reserved'),
          },
        },
      },
      async (request, reply) => {
        const { userId: buyerId } = signedIn(request);
        const context = commandContext(request, { clock, actor: buyerId, body: request.body });
        const { orderId, position } = await placeOrder(log, rules, request.body, context);
        const view = await orderView(log, orderId, position);
        if (!view) throw new OrderNotFound();
        setPosition(request, reply, position);
        return reply.code(201).header('location', `/api/orders/${view.id}`).send(view);
      },
    );

    app.delete(
      '/api/orders/:id',
      {
        schema: {
          tags,
          params: z.strictObject({ id: Id }),
          response: { 204: Empty, ...commandRefusals('not-signed-in', 'order-not-found', 'order-paid') },
        },
      },
      async (request, reply) => {
        const { userId: buyerId } = signedIn(request);
        const context = commandContext(request, { clock, actor: buyerId });
        const outcome = await cancelOrder(log, request.params.id, context);
        setPosition(request, reply, outcome.position);
        return reply.code(204).send();
      },
    );
  };
}
