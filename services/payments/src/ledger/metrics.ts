import { setTimeout as delay } from 'node:timers/promises';
import { type ReadModel, startWorker, type Worker } from '@boxoffice/common';
import { Gauge } from 'prom-client';
import { imbalanceOf, type Ledger } from './projection.ts';

const gauge = (name: string, help: string) =>
  new Gauge({ name: `boxoffice_ledger_${name}_minor_units`, help, labelNames: ['currency'] });

const gauges: [Gauge, (books: Ledger) => number][] = [
  [gauge('charged', 'Money taken from buyers since the beginning'), ({ charged }) => charged],
  [gauge('paid', 'Money of orders that are paid'), ({ paid }) => paid],
  [gauge('refunded', 'Money given back since the beginning'), ({ refunded }) => refunded],
  [gauge('in_flight', "Money taken that is neither an order's nor given back yet"), ({ inFlight }) => inFlight],
  [gauge('fees', 'What the market has earned, as a part of the money of paid orders'), ({ fees }) => fees],
  [gauge('imbalance', 'What the books have too much or too little; anything but 0 is wrong'), imbalanceOf],
];

/** Milliseconds between two looks at the books: more often than anybody scrapes. */
const INTERVAL = 5000;

interface Dependencies {
  readonly books: ReadModel<Ledger>;
  readonly onError: (error: unknown) => void;
}

/** Shows the books of each currency to Prometheus. Every process may: the numbers are the same. */
export function ledgerMetrics({ books, onError }: Dependencies): Worker {
  return startWorker('ledger-metrics', onError, async (signal) => {
    while (!signal.aborted) {
      const all = await books.find({});
      for (const [metric, numberOf] of gauges)
        for (const { _id: currency, ...book } of all) metric.set({ currency }, numberOf(book));
      await delay(INTERVAL, undefined, { signal }).catch(() => undefined);
    }
  });
}
