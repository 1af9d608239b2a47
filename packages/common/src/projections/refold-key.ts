import type { Event } from '@boxoffice/contracts';
import type { EventLog } from '../event-log/event-log.ts';
import type { Batch, Document, Quarantined } from '../read-models/read-models.ts';
import { skip } from './control.ts';
import { applied, type Trouble, touchesOf } from './fold-batch.ts';
import type { Projection } from './projection.ts';

const PAGE = 1000;

/**
 * One document, folded anew from the whole log up to a position: for a key in quarantine, once the build or the
 * skipping of an event has put right what was wrong. Where it still cannot take an event in, it stays there.
 */
export async function refoldKey<Body, E extends Event>(
  projection: Projection<Body, E>,
  log: EventLog,
  key: string,
  upTo: number,
  { skipped }: Pick<Trouble, 'skipped'>,
): Promise<Omit<Batch<Body>, 'from' | 'to'>> {
  let document: Document<Body> | undefined;
  let stuck: Quarantined | undefined;
  for (let after = 0; after < upTo && !stuck; ) {
    const commits = await log.read(after, Math.min(PAGE, upTo - after));
    for (const commit of commits)
      for (const { key: touched, event } of touchesOf(projection, commit)) {
        if (touched !== key || stuck || skipped.has(skip(event.position, key))) continue;
        try {
          document = applied(projection, document, event, key);
        } catch (cause) {
          stuck = { key, position: event.position, reason: (cause as Error).message, at: event.at };
        }
      }
    after = commits.at(-1)?.position ?? upTo;
  }
  return {
    puts: document ? [stuck ? { ...document, stale: true } : document] : [],
    deletes: document ? [] : [key],
    released: [key],
    ...(stuck ? { quarantined: [stuck] } : {}),
  };
}
