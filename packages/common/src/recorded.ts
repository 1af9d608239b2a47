import { type Commit, categoryOf, type Event, type EventSet } from '@boxoffice/contracts';

/** Where and when an event happened, beside the event itself. */
export interface Circumstances {
  readonly stream: string;
  /** What the commit made of the stream's revision. */
  readonly revision: number;
  readonly position: number;
  /** Which of its commit's events it is, from 0. */
  readonly index: number;
  readonly at: string;
  readonly actor: string;
  readonly commandId: string;
  readonly correlationId: string;
}

/** An event as read from the log, parsed by its contract. */
export type Recorded<E extends Event> = E & Circumstances;

/**
 * The events of a commit that belong to the sets, in order; others are passed over.
 * @throws {UnknownEventError} an event on a stream of these sets is not known to this build
 * @throws {z.ZodError} its data does not satisfy its contract
 */
export function recordedEvents<E extends Event>(commit: Commit, sets: readonly EventSet<E>[]): Recorded<E>[] {
  const { position, at, actor, commandId, correlationId } = commit;
  return commit.events.flatMap((stored, index) => {
    const category = categoryOf(stored.stream);
    const set = sets.find((candidate) => candidate.category === category);
    if (!set) return [];
    const revision = commit.streams.find(({ id }) => id === stored.stream)?.revision ?? 0;
    const circumstances = { stream: stored.stream, revision, position, index, at, actor, commandId, correlationId };
    return [{ ...set.parse(stored), ...circumstances }];
  });
}
