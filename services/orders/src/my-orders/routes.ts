import type { EventLog, ReadModel } from '@boxoffice/common';
import { caughtUp, cursorPage, type Routes, refusals, signedIn } from '@boxoffice/common/http';
import { Id, OrdersQuery, OrdersReply, OrderView } from '@boxoffice/contracts';
import { z } from 'zod';
import { OrderNotFound } from '../order/errors.ts';
import type { MyOrder } from './projection.ts';
import { viewOf } from './view.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly orders: ReadModel<MyOrder>;
}

const tags = ['orders'];

/** A buyer's own orders, the newest first, and one of them. */
export function myOrdersQueries({ log, orders }: Dependencies): Routes {
  return async (app) => {
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    app.get(
      '/api/orders',
      {
        schema: {
          tags,
          querystring: OrdersQuery,
          response: { 200: OrdersReply, ...refusals('not-signed-in', 'not-caught-up') },
        },
      },
      async (request, reply) => {
        const { userId: buyerId } = signedIn(request);
        const { cursor, limit } = request.query;
        await caughtUp(request, reply, orders, log);
        const page = await cursorPage(orders, [{ buyerId }], { field: 'placedAt', direction: -1 }, { cursor, limit });
        return { ...page, items: page.items.map((order) => viewOf(order._id, order)) };
      },
    );

    app.get(
      '/api/orders/:id',
      {
        schema: {
          tags,
          params: z.strictObject({ id: Id }),
          response: { 200: OrderView, ...refusals('not-signed-in', 'order-not-found', 'not-caught-up') },
        },
      },
      async (request, reply) => {
        const { userId: buyerId } = signedIn(request);
        await caughtUp(request, reply, orders, log);
        const order = await orders.get(request.params.id);
        if (order?.buyerId !== buyerId) throw new OrderNotFound();
        return viewOf(order._id, order);
      },
    );
  };
}
