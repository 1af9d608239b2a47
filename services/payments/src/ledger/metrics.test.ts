import { catchUp, memoryReadModels, openSqliteEventLog } from '@boxoffice/common';
import { record, sampled } from '@boxoffice/common/testing';
import { expect, test } from 'vitest';
import { amount, fee, orderStream, paid, paymentStream, succeeded } from '../controls.ts';
import { ledgerMetrics } from './metrics.ts';
import { type Ledger, ledger } from './projection.ts';

const onError = (error: unknown) => Promise.reject(error);
const numbers = ['charged', 'paid', 'refunded', 'in_flight', 'fees', 'imbalance'];

/** What a scrape reads of the books of a market to which this has happened. */
async function scraped(...history: Parameters<typeof record>[1][]) {
  await using log = openSqliteEventLog(':memory:');
  await using readModels = memoryReadModels();
  await record(log, ...history);
  await catchUp([ledger], log, readModels);
  const books = readModels.reader<Ledger>(ledger);
  const of = (name: string, currency: string) => sampled(`boxoffice_ledger_${name}_minor_units`, { currency });
  await using _worker = ledgerMetrics({ books, onError });
  const [{ charged = 0 } = {}] = await books.find({});
  await expect.poll(() => of('charged', 'EUR')).toBe(charged);
  return Promise.all(numbers.map((name) => of(name, 'EUR')));
}

test('the books of each currency are shown, and that they add up', async () => {
  const { amount: total } = amount;
  expect(await scraped({ [paymentStream]: [succeeded], [orderStream]: [paid] })).toEqual([
    ...[total, total, 0, 0],
    ...[fee.amount, 0],
  ]);
});

test('what does not add up is not zero', async () => {
  const [charged, , , , , imbalance] = await scraped({ [orderStream]: [paid] });
  expect(charged).toBe(0);
  expect(imbalance).not.toBe(0);
});
