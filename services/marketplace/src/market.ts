import * as auth from '@boxoffice/auth';
import { catchUp, meteredEventLog, type Reacted, startProjector, startRelay, volatileCursor } from '@boxoffice/common';
import { accessIn, createServer, health, metricsRoute, openapi, sessions } from '@boxoffice/common/http';
import type { Currency } from '@boxoffice/contracts';
import * as live from '@boxoffice/live';
import * as mail from '@boxoffice/mail';
import * as orders from '@boxoffice/orders';
import * as payments from '@boxoffice/payments';
import * as tickets from '@boxoffice/tickets';
import * as webhooks from '@boxoffice/webhooks';
import type { FastifyBaseLogger } from 'fastify';
import { operations } from '../operations/routes.ts';
import type { Parts } from './parts.ts';
import { projections } from './projections.ts';

export interface MarketOptions {
  readonly logger: FastifyBaseLogger;
  readonly secrets: { readonly cookie: string; readonly email: string };
  /** Browsers come by HTTPS. */
  readonly secure: boolean;
  readonly trustProxy: string;
  readonly currency: Currency;
  readonly holdSeconds: number;
  readonly paySeconds: number;
  readonly feeBasisPoints: number;
  readonly payments?: payments.PaymentSettings;
  /** How browsers reach the market. */
  readonly origin?: () => string;
  /** Webhooks may lead to this machine and this network. */
  readonly allowPrivate?: boolean;
}

export type Market = Awaited<ReturnType<typeof createMarket>>;

/** All contexts in one process: their commands, their queries, their projectors and their reactions. */
export async function createMarket(embedded: Parts, options: MarketOptions) {
  const parts: Parts = { ...embedded, log: meteredEventLog(embedded.log) };
  const { clock, log, bus, readModels } = parts;
  const { logger, secrets, secure, trustProxy, currency, holdSeconds, paySeconds, feeBasisPoints } = options;
  const { payments: settings = { PAYMENT_PROVIDER: 'sandbox' }, origin = () => 'http://localhost:3000' } = options;
  const stack = new AsyncDisposableStack();
  const onError = (err: unknown) => logger.error({ err }, (err as Error).message);

  // Memory is empty at the start: nobody is answered from a model that is still being built.
  await catchUp(projections, log, readModels);

  const onReacted = (reacted: Reacted) => logger.info(reacted, 'reacted');
  const { allowPrivate = false } = options;
  const working = { ...parts, allowPrivate, origin, onError, onReacted };
  const projectors = projections.map((projection) => stack.use(startProjector({ ...working, projection })));
  for (const context of [auth, tickets, orders, payments, mail, webhooks])
    for (const worker of context.workers(working)) stack.use(worker);
  stack.use(startRelay({ log, bus, take: async () => volatileCursor(await log.head()), onError }));

  const app = await createServer({ logger, trustProxy, secure });
  // Before everything else is put away, what is being answered is answered.
  stack.defer(() => app.close());
  const stopping = new AbortController();
  stack.defer(() => stopping.abort());
  const market = { currency, holdSeconds, paySeconds, feeBasisPoints };
  await app.register(openapi, { version: '0.1.0' });
  await app.register(health(() => projectors.every(({ stopped }) => !stopped)));
  await app.register(metricsRoute({ localOnly: true }));
  await app.register(async (api) => {
    const accessOf = accessIn(readModels);
    await api.register(sessions, { secret: secrets.cookie, secure, clock, accessOf });
    await api.register(auth.commands({ ...parts, secure, emailKey: secrets.email }));
    await api.register(auth.queries(parts));
    await api.register(tickets.commands({ ...parts, market }));
    await api.register(tickets.queries({ ...parts, market }));
    await api.register(orders.commands({ ...parts, rules: { holdSeconds, feeBasisPoints } }));
    await api.register(orders.queries(parts));
    await api.register(payments.commands({ ...parts, paySeconds }));
    await api.register(payments.queries(parts));
    await api.register(live.queries({ log, stopping: stopping.signal }));
    await api.register(mail.queries(parts));
    await api.register(webhooks.commands({ ...parts, allowPrivate }));
    await api.register(webhooks.queries(parts));
    await api.register(operations({ ...parts, place: () => placeOf(parts) }));
    for (const webhook of payments.paymentWebhooks(settings, parts)) await api.register(webhook);
  });
  return { app, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

/** What is looked at when the market is verified: its read models are those of this process. */
function placeOf({ log, readModels, cursors, stored }: Parts) {
  const opened = stored();
  return {
    stored: opened,
    readModels,
    isKept: true,
    log: async () => log,
    cursors: cursors.positions,
    async [Symbol.asyncDispose]() {
      opened[Symbol.dispose]();
    },
  };
}
