import type { Commit, Event } from '@boxoffice/contracts';
import type { Batch, Document, Quarantined, ReadModelWriter } from '../read-models/read-models.ts';
import { type Recorded, recordedEvents } from '../recorded.ts';
import { skip } from './control.ts';
import { PoisonError, type Projection, versionName } from './projection.ts';

/** What is known of a projection's trouble before a batch. */
export interface Trouble {
  /** Keys whose documents take nothing in. */
  readonly quarantined: ReadonlySet<string>;
  /** Events that are passed over: see `skip`. */
  readonly skipped: ReadonlySet<string>;
}

/** Keys in quarantine at a time. One more is no bad event but a bad build, or a bad log: the projection stops. */
export const MAX_QUARANTINED = 10;

const none: Trouble = { quarantined: new Set(), skipped: new Set() };

/**
 * Folds commits into what they make of the documents: one read and one write a document, however many events.
 * A commit at or below one already folded is passed over, so that a repeated one changes nothing. A key whose
 * document cannot take an event in goes into quarantine; the others go on.
 * @throws {PoisonError} an event whose contract is broken or unknown, or one key too many for the quarantine
 */
export async function foldBatch<Body, E extends Event>(
  projection: Projection<Body, E>,
  commits: readonly Commit[],
  from: number,
  writer: Pick<ReadModelWriter<Body>, 'load'>,
  trouble: Trouble = none,
): Promise<Batch<Body>> {
  const fresh = freshOf(commits, from);
  const touches = fresh
    .flatMap((commit) => touchesOf(projection, commit))
    .filter(({ key, event }) => !trouble.quarantined.has(key) && !trouble.skipped.has(skip(event.position, key)));
  const stored = await writer.load([...new Set(touches.map(({ key }) => key))]);
  const changed = new Map<string, Document<Body> | undefined>();
  const quarantined = new Map<string, Quarantined>();
  for (const { key, event } of touches) {
    if (quarantined.has(key)) continue;
    const before = changed.has(key) ? changed.get(key) : stored.get(key);
    try {
      changed.set(key, applied(projection, before, event, key));
    } catch (cause) {
      if (trouble.quarantined.size + quarantined.size >= MAX_QUARANTINED)
        throw poisonOf(projection, event, full(cause));
      quarantined.set(key, { key, position: event.position, reason: (cause as Error).message, at: event.at });
      if (before) changed.set(key, { ...before, stale: true });
    }
  }
  const puts: Document<Body>[] = [];
  const deletes: string[] = [];
  for (const [key, document] of changed) {
    if (document) puts.push(document);
    else if (stored.has(key)) deletes.push(key);
  }
  const to = fresh.at(-1)?.position ?? from;
  return { from, to, puts, deletes, ...(quarantined.size > 0 ? { quarantined: [...quarantined.values()] } : {}) };
}

/** The same, as far as it goes: up to the first event that stops the projection, which is given back beside it. */
export async function foldSound<Body, E extends Event>(
  projection: Projection<Body, E>,
  commits: readonly Commit[],
  from: number,
  writer: Pick<ReadModelWriter<Body>, 'load'>,
  trouble: Trouble = none,
): Promise<{ batch: Batch<Body>; poison?: PoisonError }> {
  try {
    return { batch: await foldBatch(projection, commits, from, writer, trouble) };
  } catch (poison) {
    if (!(poison instanceof PoisonError)) throw poison;
    const sound = commits.filter(({ position }) => position < poison.position);
    // Before it there may be another, of the kind that shows only when documents are folded.
    const before = await foldSound(projection, sound, from, writer, trouble);
    return { batch: before.batch, poison: before.poison ?? poison };
  }
}

/** The documents that the events of a commit touch, in order. */
export function touchesOf<Body, E extends Event>(
  projection: Projection<Body, E>,
  commit: Commit,
): { key: string; event: Recorded<E> }[] {
  try {
    return recordedEvents(commit, projection.events).flatMap((event) =>
      projection.keys(event).map((key) => ({ key, event })),
    );
  } catch (cause) {
    throw poisonOf(projection, commit, cause);
  }
}

/** The document after an event. */
export function applied<Body, E extends Event>(
  projection: Projection<Body, E>,
  before: Document<Body> | undefined,
  event: Recorded<E>,
  key: string,
): Document<Body> | undefined {
  const body = projection.apply(before && bodyOf(before), event, key);
  return body && { _id: key, position: event.position, ...body };
}

function freshOf(commits: readonly Commit[], from: number): Commit[] {
  let last = from;
  return commits.filter(({ position }) => {
    if (position <= last) return false;
    last = position;
    return true;
  });
}

function bodyOf<Body>({ _id, position, stale, ...body }: Document<Body>): Body {
  return body as Body;
}

function poisonOf<Body, E extends Event>(projection: Projection<Body, E>, at: { position: number }, cause: unknown) {
  return new PoisonError(versionName(projection), at.position, cause);
}

function full(cause: unknown): Error {
  return new Error(`${(cause as Error).message}, and ${MAX_QUARANTINED} keys are in quarantine already`, { cause });
}
