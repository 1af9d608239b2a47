import { catchUp } from '@boxoffice/common';
import { record, startApi } from '@boxoffice/common/testing';
import { listed, orderStream, placed, reserved, ticketStream } from './controls.ts';
import { expireOrders } from './expiry/expire-orders.ts';
import { type MyOrder, myOrders } from './my-orders/projection.ts';
import { myOrdersQueries } from './my-orders/routes.ts';
import { orderCommands } from './order/routes.ts';
import { orderHistoryQueries } from './order-history/routes.ts';

export const rules = { holdSeconds: 900, feeBasisPoints: 500 };

/** All routes of orders, on parts in memory, and what expires them. */
export async function startOrders() {
  const api = await startApi({
    routes({ log, clock, readModels }) {
      const orders = readModels.reader<MyOrder>(myOrders);
      return [orderCommands({ log, clock, rules }), myOrdersQueries({ log, orders }), orderHistoryQueries({ log })];
    },
    catchUp: ({ log, readModels }) => catchUp([myOrders], log, readModels),
  });
  const { log, clock, readModels } = api;
  const orders = readModels.reader<MyOrder>(myOrders);
  return {
    ...api,
    orders,
    /** Ends the holds that have run out by the clock. */
    async expire() {
      await catchUp([myOrders], log, readModels);
      await expireOrders({ log, clock, orders, onError: (error) => Promise.reject(error) });
    },
    /** The ticket is for sale. */
    async list() {
      await record(log, { [ticketStream]: [listed] });
    },
    /** The buyer holds the ticket. */
    async place() {
      await record(log, { [ticketStream]: [listed] }, { [ticketStream]: [reserved], [orderStream]: [placed] });
    },
  };
}
