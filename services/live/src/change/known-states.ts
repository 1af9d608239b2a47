import { type EventLog, recordedEvents, type StreamType } from '@boxoffice/common';
import type { Commit, Event } from '@boxoffice/contracts';

/** A stream as a commit has left it. */
export interface Known<State> {
  readonly revision: number;
  /** As far as it could be read. */
  readonly state: State;
  /** There is an event in it that this build cannot read. */
  readonly unreadable?: true;
}

interface Options {
  readonly log: EventLog;
  /** Told of an event that cannot be read. */
  readonly onError: (error: unknown) => void;
}

/** How many streams are remembered; the others are read from the log when they are touched again. */
const REMEMBERED = 20_000;

/**
 * What commits make of streams of one kind. Asked in the order of the log it goes on from what it remembers; whatever
 * it is asked, it answers what a fold of the log up to that commit would.
 */
export function knownStates<State, E extends Event>(type: StreamType<State, E>, { log, onError }: Options) {
  const remembered = new Map<string, Promise<Known<State>>>();

  function step(before: Known<State>, commit: Commit, stream: string): Known<State> {
    const revision = revisionOf(commit, stream);
    const events = commit.events.filter((event) => event.stream === stream);
    if (before.unreadable) return { ...before, revision };
    try {
      const state = recordedEvents({ ...commit, events }, [type.events]).reduce(type.evolve, before.state);
      return { revision, state };
    } catch (error) {
      onError(new Error(`${stream} cannot be followed at position ${commit.position}`, { cause: error }));
      return { ...before, revision, unreadable: true };
    }
  }

  async function next(before: Promise<Known<State>> | undefined, commit: Commit, stream: string) {
    const known = await before;
    const revision = revisionOf(commit, stream);
    if (known?.revision === revision) return known;
    if (known?.revision === revision - 1) return step(known, commit, stream);
    const commits = await log.readStream(stream, commit.position);
    const none: Known<State> = { revision: 0, state: type.initial };
    return commits.reduce((state, each) => step(state, each, stream), none);
  }

  /** A stream that the commit has touched, right after it. */
  return function after(commit: Commit, stream: string): Promise<Known<State>> {
    const known = next(remembered.get(stream), commit, stream);
    // The last one touched comes last, so that the first is the one to forget.
    remembered.delete(stream);
    remembered.set(stream, known);
    known.catch(() => remembered.get(stream) === known && remembered.delete(stream));
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return known;
  };
}

function revisionOf({ streams }: Commit, stream: string): number {
  return streams.find(({ id }) => id === stream)?.revision ?? 0;
}
