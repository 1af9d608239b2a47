import {
  type AnyProjection,
  type EventLog,
  periodically,
  type ReactionOptions,
  type ReadModels,
  startReaction,
  type Worker,
} from '@boxoffice/common';
import type { Routes } from '@boxoffice/common/http';
import type { UserEvent } from '@boxoffice/contracts';
import { expireOrders } from './expiry/expire-orders.ts';
import { releaseHolds } from './forgotten-buyer/release-holds.ts';
import { type MyOrder, myOrders } from './my-orders/projection.ts';
import { myOrdersQueries } from './my-orders/routes.ts';
import { orderHistoryQueries } from './order-history/routes.ts';

export { orderCommands as commands } from './order/routes.ts';

/** What the log is folded into here. */
export const projections: readonly AnyProjection[] = [myOrders];

interface Dependencies {
  readonly log: EventLog;
  readonly readModels: ReadModels;
}

/** Every question about orders. */
export function queries({ log, readModels }: Dependencies): Routes {
  const orders = readModels.reader<MyOrder>(myOrders);
  return async (app) => {
    await app.register(myOrdersQueries({ log, orders }));
    await app.register(orderHistoryQueries({ log }));
  };
}

type WorkerDependencies = Dependencies & Omit<ReactionOptions<UserEvent>, 'reaction'>;

/** How often it is asked which holds have run out, in milliseconds. */
const EXPIRY_INTERVAL = 500;

/** What is done without being asked: holds that have run out, and those of who has deleted their account, are ended. */
export function workers({ readModels, ...options }: WorkerDependencies): Worker[] {
  const { log, clock, cursors, onError } = options;
  const orders = readModels.reader<MyOrder>(myOrders);
  const work = (signal: AbortSignal) => expireOrders({ log, clock, orders, onError, signal });
  return [
    periodically({ name: 'expire-orders', intervalMs: EXPIRY_INTERVAL, cursors, onError, work }),
    startReaction({ ...options, reaction: releaseHolds({ log, orders }) }),
  ];
}
