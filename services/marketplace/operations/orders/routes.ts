import type { EventLog, ReadModels } from '@boxoffice/common';
import { caughtUp, type Routes, refusals } from '@boxoffice/common/http';
import { Currency, Id, LedgerReply, OrderChain } from '@boxoffice/contracts';
import { imbalanceOf, type Ledger, ledger } from '@boxoffice/payments';
import { z } from 'zod';
import { tags } from '../tags.ts';
import { findOrder } from './find-order.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly readModels: ReadModels;
}

/** An order and all that it set in motion, and the books. */
export function orderRoutes({ log, readModels }: Dependencies): Routes {
  const books = readModels.reader<Ledger>(ledger);
  return async (app) => {
    app.get(
      '/api/operations/orders/:id',
      {
        schema: {
          tags,
          params: z.strictObject({ id: Id }),
          response: { 200: OrderChain, ...refusals('not-signed-in', 'not-an-operator', 'order-not-found') },
        },
      },
      async (request) => findOrder(log, request.params.id),
    );

    app.get(
      '/api/operations/ledger',
      {
        schema: {
          tags,
          response: { 200: LedgerReply, ...refusals('not-signed-in', 'not-an-operator', 'not-caught-up') },
        },
      },
      async (request, reply) => {
        await caughtUp(request, reply, books, log);
        const position = await books.position();
        const found = await books.find({}, { sort: { _id: 1 } });
        const items = found.map(({ _id, position: _, stale: __, ...book }) => ({
          currency: Currency.parse(_id),
          ...book,
          imbalance: imbalanceOf(book),
        }));
        return { position, items };
      },
    );
  };
}
