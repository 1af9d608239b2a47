import { type EventLog, streamMetrics } from '@boxoffice/common';
import type { EventStream } from '@boxoffice/common/http';
import type { News } from '../change/news.ts';
import { startTail } from '../tail/tail.ts';
import { type Followed, type Follower, sendReset, tell } from './follower.ts';
import { followersIndex } from './followers.ts';

/** How often a silent connection says that it is there, in milliseconds. Less than what proxies wait. */
const HEARTBEAT = 15_000;
/** How long a connection lasts: who comes back is looked at again, and may find another process. */
const LIFE = 30 * 60_000;

export interface LiveOptions {
  readonly log: EventLog;
  readonly onError: (error: unknown) => void;
  /** How many commits one may have missed. */
  readonly keep: number;
}

/** Tells clients of what happens, each in the order of the log, without a gap and nothing twice. */
export interface Live extends AsyncDisposable {
  /** Resolves when it can tell. */
  readonly started: Promise<unknown>;
  /** Tells a client of everything after a position, or after now. Resolves when it has caught up. */
  join(stream: EventStream, followed: Followed, after?: number): Promise<void>;
  leave(stream: EventStream): void;
  /** Ends every connection in good order. */
  endAll(): void;
}

export function startLive({ log, onError, keep }: LiveOptions): Live {
  const followers = followersIndex();
  const joined = new Map<EventStream, Follower>();
  const tail = startTail({ log, onError, onNews, keep });
  const heartbeat = setInterval(beat, HEARTBEAT);

  function onNews(news: News): void {
    for (const follower of followers.concerned(news)) count(tell(follower, news));
    for (const name of news.sessions.ended) for (const { stream } of followers.inSession(name)) stream.end();
  }

  async function beat(): Promise<void> {
    const { position } = await tail.started;
    for (const follower of followers.all) {
      if (performance.now() - follower.since > LIFE) follower.stream.end();
      // What is not for them has been passed by.
      follower.position = Math.max(follower.position, position);
      follower.stream.beat(follower.position);
    }
  }

  /** Where the client begins; `undefined` when what it asks for cannot be told. */
  async function reach(after: number): Promise<number | undefined> {
    const recent = await tail.started;
    // Another process has told more than this one knows. What the log does not have is of a log that is no more.
    if (after > recent.position) return after <= (await log.head()) ? after : undefined;
    return (await tail.reachBack(after)) ? after : undefined;
  }

  return {
    started: tail.started,
    async join(stream, followed, after) {
      const follower: Follower = { ...followed, stream, since: performance.now(), position: 0 };
      joined.set(stream, follower);
      const recent = await tail.started;
      const wanted = after === undefined ? recent.position : await reach(after);
      // It may have gone meanwhile.
      if (!joined.has(stream)) return;
      // From here on nothing is waited for, so that nothing comes in between.
      const from = wanted !== undefined && wanted >= recent.start ? wanted : undefined;
      follower.position = from ?? recent.position;
      if (from === undefined) count(sendReset(follower));
      else stream.send({ id: from, event: 'ready', data: { position: from } });
      for (const news of recent.after(follower.position)) count(tell(follower, news));
      followers.add(follower);
      if (follower.session && recent.isOver(follower.session)) stream.end();
    },
    leave(stream) {
      const follower = joined.get(stream);
      joined.delete(stream);
      if (follower) followers.remove(follower);
    },
    endAll() {
      for (const stream of joined.keys()) stream.end();
    },
    async [Symbol.asyncDispose]() {
      clearInterval(heartbeat);
      await tail[Symbol.asyncDispose]();
    },
  };
}

function count(event: 'changes' | 'reset' | undefined): void {
  if (event) streamMetrics.sent(event);
}
