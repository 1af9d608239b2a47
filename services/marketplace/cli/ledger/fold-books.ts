import { type EventLog, recordedEvents } from '@boxoffice/common';
import { imbalanceOf, type Ledger, ledger } from '@boxoffice/payments';

/** Books that did not add up right after a commit, and by how much. */
export interface Imbalance {
  readonly position: number;
  readonly currency: string;
  readonly imbalance: number;
}

export interface FoldedBooks {
  /** The last position that was folded. */
  readonly position: number;
  readonly books: ReadonlyMap<string, Ledger>;
  /** Where they began to be out by so much, in the order of positions. */
  readonly imbalances: readonly Imbalance[];
}

const PAGE = 1000;

/** Folds the whole log into books, without what read models say, and looks at them after each commit. */
export async function foldBooks(log: EventLog, signal: AbortSignal): Promise<FoldedBooks> {
  const books = new Map<string, Ledger>();
  const out = new Map<string, number>();
  const imbalances: Imbalance[] = [];
  let position = 0;
  for (;;) {
    signal.throwIfAborted();
    const commits = await log.read(position, PAGE);
    for (const commit of commits) {
      position = commit.position;
      for (const currency of take(books, recordedEvents(commit, ledger.events))) {
        const imbalance = imbalanceOf(books.get(currency) as Ledger);
        if (imbalance !== 0 && imbalance !== out.get(currency)) imbalances.push({ position, currency, imbalance });
        out.set(currency, imbalance);
      }
    }
    if (commits.length === 0) return { position, books, imbalances };
  }
}

/** Takes the events of one commit in. Answers whose books they were. */
function take(books: Map<string, Ledger>, events: readonly Parameters<typeof ledger.apply>[1][]): Set<string> {
  const touched = new Set<string>();
  for (const event of events)
    for (const currency of ledger.keys(event)) {
      const next = ledger.apply(books.get(currency), event, currency);
      if (next) books.set(currency, next);
      touched.add(currency);
    }
  return touched;
}
