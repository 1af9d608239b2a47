import type { Commit, Event } from '@boxoffice/contracts';
import type { Batch, Document, ReadModelWriter } from '../read-models/read-models.ts';
import { type Recorded, recordedEvents } from '../recorded.ts';
import { PoisonError, type Projection } from './projection.ts';

/**
 * Folds commits into what they make of the documents: one read and one write a document, however many events.
 * A commit at or below one already folded is passed over, so that a repeated one changes nothing.
 * @throws {PoisonError} the first event that cannot be taken in
 */
export async function foldBatch<Body, E extends Event>(
  projection: Projection<Body, E>,
  commits: readonly Commit[],
  from: number,
  writer: Pick<ReadModelWriter<Body>, 'load'>,
): Promise<Batch<Body>> {
  const fresh = freshOf(commits, from);
  const touches = fresh.flatMap((commit) => touchesOf(projection, commit));
  const stored = await writer.load([...new Set(touches.map(({ key }) => key))]);
  const changed = new Map<string, Document<Body> | undefined>();
  for (const { key, event } of touches) {
    const before = changed.has(key) ? changed.get(key) : stored.get(key);
    const body = guard(projection, event.position, () => projection.apply(before && bodyOf(before), event, key));
    changed.set(key, body && { _id: key, position: event.position, ...body });
  }
  const puts: Document<Body>[] = [];
  const deletes: string[] = [];
  for (const [key, document] of changed) {
    if (document) puts.push(document);
    else if (stored.has(key)) deletes.push(key);
  }
  return { from, to: fresh.at(-1)?.position ?? from, puts, deletes };
}

/** The same, as far as it goes: up to the first event that cannot be taken in, which is given back beside it. */
export async function foldSound<Body, E extends Event>(
  projection: Projection<Body, E>,
  commits: readonly Commit[],
  from: number,
  writer: Pick<ReadModelWriter<Body>, 'load'>,
): Promise<{ batch: Batch<Body>; poison?: PoisonError }> {
  try {
    return { batch: await foldBatch(projection, commits, from, writer) };
  } catch (poison) {
    if (!(poison instanceof PoisonError)) throw poison;
    const sound = commits.filter(({ position }) => position < poison.position);
    return { batch: await foldBatch(projection, sound, from, writer), poison };
  }
}

function freshOf(commits: readonly Commit[], from: number): Commit[] {
  let last = from;
  return commits.filter(({ position }) => {
    if (position <= last) return false;
    last = position;
    return true;
  });
}

function touchesOf<Body, E extends Event>(
  projection: Projection<Body, E>,
  commit: Commit,
): { key: string; event: Recorded<E> }[] {
  return guard(projection, commit.position, () =>
    recordedEvents(commit, projection.events).flatMap((event) => projection.keys(event).map((key) => ({ key, event }))),
  );
}

function bodyOf<Body>({ _id, position, ...body }: Document<Body>): Body {
  return body as Body;
}

function guard<Result>({ name, version }: { name: string; version: number }, position: number, work: () => Result) {
  try {
    return work();
  } catch (cause) {
    throw new PoisonError(`${name}@${version}`, position, cause);
  }
}
