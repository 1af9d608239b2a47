import {
  type AnyProjection,
  type Clock,
  type Cursors,
  type EventLog,
  periodically,
  type ReadModels,
  type Worker,
} from '@boxoffice/common';
import type { Routes } from '@boxoffice/common/http';
import { ledgerMetrics } from './ledger/metrics.ts';
import { type Ledger, ledger } from './ledger/projection.ts';
import { type OpenPayment, openPayments } from './open-payments/projection.ts';
import { paymentsSeenTo } from './open-payments/see-to.ts';
import { type PaymentDependencies, paymentCommands } from './payment/routes.ts';
import type { PaymentProvider } from './provider/provider.ts';
import { refundCommands } from './refund/routes.ts';

export { paymentQueries as queries } from './payment/routes.ts';

/** What the log is folded into here. */
export const projections: readonly AnyProjection[] = [openPayments, ledger];

/** Pay an order, and undo a sale. */
export function commands(dependencies: PaymentDependencies): Routes {
  return async (app) => {
    await app.register(paymentCommands(dependencies));
    await app.register(refundCommands(dependencies));
  };
}

interface Dependencies {
  readonly log: EventLog;
  readonly readModels: ReadModels;
  readonly cursors: Cursors;
  readonly clock: Clock;
  readonly provider: PaymentProvider;
  readonly onError: (error: unknown) => void;
}

/** How often it is asked which payments are open, in milliseconds. */
const INTERVAL = 500;

/** What is done without being asked: payments and refunds that are under way are seen to, and the books are shown. */
export function workers({ log, readModels, cursors, clock, provider, onError }: Dependencies): Worker[] {
  const open = readModels.reader<OpenPayment>(openPayments);
  const work = paymentsSeenTo({ log, clock, provider, open, onError });
  return [
    periodically({ name: 'settle-payments', intervalMs: INTERVAL, cursors, onError, work }),
    ledgerMetrics({ books: readModels.reader<Ledger>(ledger), onError }),
  ];
}
