import { imbalanceOf } from '@boxoffice/payments';
import type { CommonOptions, Session } from '../session.ts';
import { complain, say, sayJson } from '../terminal/say.ts';
import { sayTable } from '../terminal/say-table.ts';
import { foldBooks } from './fold-books.ts';

/** Beyond these one does not read on. */
const SHOWN = 20;
const head = ['CURRENCY', 'CHARGED', 'PAID', 'REFUNDED', 'IN FLIGHT', 'FEES', 'IMBALANCE'];

/** `ledger show` */
export async function show({ log, signal, onFound }: Session, { json }: CommonOptions): Promise<void> {
  const { position, books, imbalances } = await foldBooks(log, signal);
  if (imbalances.length > 0) onFound();
  const rows = [...books].map(([currency, book]) => ({ currency, ...book, imbalance: imbalanceOf(book) }));
  if (json) return sayJson({ position, books: rows, imbalances });
  if (rows.length === 0) return say(`No money has moved up to position ${position}.`);
  sayTable(
    head,
    rows.map(({ currency, charged, paid, refunded, inFlight, fees, imbalance }) => [
      ...[currency, charged, paid, refunded],
      ...[inFlight, fees, imbalance],
    ]),
  );
  if (imbalances.length === 0) return say(`In minor units. The books add up at each of ${position} positions.`);
  for (const { position, currency, imbalance } of imbalances.slice(0, SHOWN))
    complain(`position ${position}: the books of ${currency} are out by ${imbalance} from here`);
  if (imbalances.length > SHOWN) complain(`… and ${imbalances.length - SHOWN} more`);
}
