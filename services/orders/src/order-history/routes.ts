import { type EventLog, readStreamAsOf } from '@boxoffice/common';
import { growingPage, type Routes, refusals, signedIn } from '@boxoffice/common/http';
import { HistoryQuery, Id, OrderHistoryReply, streamName } from '@boxoffice/contracts';
import { z } from 'zod';
import { orderView } from '../my-orders/view.ts';
import { OrderNotFound } from '../order/errors.ts';
import { historyOf } from './history.ts';

/** All that happened to one of a buyer's own orders, and the order as it was at any moment, read from the log itself. */
export function orderHistoryQueries({ log }: { log: EventLog }): Routes {
  return async (app) => {
    app.get(
      '/api/orders/:id/history',
      {
        schema: {
          tags: ['orders'],
          params: z.strictObject({ id: Id }),
          querystring: HistoryQuery,
          response: { 200: OrderHistoryReply, ...refusals('not-signed-in', 'order-not-found') },
        },
      },
      async (request, reply) => {
        const { userId: buyerId } = signedIn(request);
        const { id } = request.params;
        reply.header('cache-control', 'no-store');
        const commits = await readStreamAsOf(log, streamName('order', id), request.query.asOf);
        const last = commits.at(-1);
        const order = last && (await orderView(log, id, last.position));
        if (order?.buyerId !== buyerId) throw new OrderNotFound();
        return { ...growingPage(historyOf(id, commits), request.query), order };
      },
    );
  };
}
