import { type EndedSession, endedSessions, userCommands, userQueries } from '@boxoffice/auth';
import {
  type AnyProjection,
  catchUp,
  periodically,
  startProjector,
  startReaction,
  startRelay,
  volatileCursor,
} from '@boxoffice/common';
import { createServer, health, openapi, sessions } from '@boxoffice/common/http';
import type { Currency } from '@boxoffice/contracts';
import { expireOrders, type MyOrder, myOrders, myOrdersQueries, orderCommands } from '@boxoffice/orders';
import { paymentCommands, paymentQueries, settlePayments } from '@boxoffice/payments';
import {
  marketQueries,
  salesQueries,
  type TicketListing,
  ticketCommands,
  ticketHistoryQueries,
  ticketListingQueries,
  ticketListings,
} from '@boxoffice/tickets';
import type { FastifyBaseLogger } from 'fastify';
import type { Parts } from './parts.ts';

export interface MarketOptions {
  readonly logger: FastifyBaseLogger;
  readonly secrets: { readonly cookie: string; readonly email: string };
  /** Browsers come by HTTPS. */
  readonly secure: boolean;
  readonly trustProxy: string;
  readonly currency: Currency;
  readonly holdSeconds: number;
}

/** How often it is asked which holds have run out, in milliseconds. */
const EXPIRY_INTERVAL = 500;

/** Every projection of the market. */
export const projections: readonly AnyProjection[] = [endedSessions, ticketListings, myOrders];

export type Market = Awaited<ReturnType<typeof createMarket>>;

/** All contexts in one process: their commands, their queries, their projectors and their reactions. */
export async function createMarket(parts: Parts, options: MarketOptions) {
  const { clock, log, bus, readModels, cursors, vault, passwords, provider } = parts;
  const { logger, secrets, secure, trustProxy, currency, holdSeconds } = options;
  const stack = new AsyncDisposableStack();
  const onError = (err: unknown) => logger.error({ err }, (err as Error).message);

  // Memory is empty at the start: nobody is answered from a model that is still being built.
  await catchUp(projections, log, readModels);
  const ended = readModels.reader<EndedSession>(endedSessions);
  const listings = readModels.reader<TicketListing>(ticketListings);
  const orders = readModels.reader<MyOrder>(myOrders);

  const projecting = { log, bus, readModels, onError };
  const projectors = projections.map((projection) => stack.use(startProjector({ projection, ...projecting })));
  stack.use(startReaction({ reaction: settlePayments({ log, provider }), log, bus, cursors, clock, onError }));
  stack.use(
    periodically('expire-orders', EXPIRY_INTERVAL, onError, () => expireOrders({ log, clock, orders, onError })),
  );
  stack.use(startRelay({ log, bus, take: async () => volatileCursor(await log.head()), onError }));

  const app = await createServer({ logger, trustProxy, secure });
  // Before everything else is put away, what is being answered is answered.
  stack.defer(() => app.close());
  const market = { currency, holdSeconds };
  await app.register(openapi, { version: '0.1.0' });
  await app.register(health(() => projectors.every(({ stopped }) => !stopped)));
  await app.register(async (api) => {
    const isEnded = async (sessionId: string) => (await ended.get(sessionId)) !== undefined;
    await api.register(sessions, { secret: secrets.cookie, secure, clock, isEnded });
    await api.register(userCommands({ log, clock, vault, passwords, secure, emailKey: secrets.email }));
    await api.register(userQueries({ vault }));
    await api.register(ticketCommands({ log, clock, market }));
    await api.register(ticketListingQueries({ log, clock, listings }));
    await api.register(ticketHistoryQueries({ log }));
    await api.register(salesQueries({ log, listings }));
    await api.register(marketQueries({ market }));
    await api.register(orderCommands({ log, clock, holdSeconds }));
    await api.register(myOrdersQueries({ log, orders }));
    await api.register(paymentCommands({ log, clock, provider }));
    await api.register(paymentQueries({ provider }));
  });
  return { app, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}
