import type { Session } from '@boxoffice/common/http';
import { streamName } from '@boxoffice/contracts';
import type { News } from '../change/news.ts';

/** The last news, without a hole. */
export interface Recent {
  /** The position after which they begin. */
  readonly start: number;
  /** That of the last. */
  readonly position: number;
  /** Whether the session has ended within them. */
  isOver(session: Session): boolean;
  /** Those after a position that is not before the start. */
  after(position: number): readonly News[];
  /** Adds what comes next; the oldest are forgotten. */
  push(news: readonly News[]): void;
  /** Adds what comes right before the start. */
  prepend(news: readonly News[]): void;
}

/** Keeps as many as this, from a position on. */
export function recentNews(position: number, keep: number): Recent {
  let start = position;
  let all: News[] = [];
  const begun = new Map<string, number>();
  const ended = new Map<string, number>();

  function note(news: readonly News[]): void {
    for (const { position, sessions } of news) {
      for (const stream of sessions.begun) begun.set(stream, Math.max(position, begun.get(stream) ?? 0));
      for (const stream of sessions.ended) ended.set(stream, Math.max(position, ended.get(stream) ?? 0));
    }
  }

  function forget(news: readonly News[]): void {
    for (const { position, sessions } of news) {
      for (const stream of sessions.begun) if (begun.get(stream) === position) begun.delete(stream);
      for (const stream of sessions.ended) if (ended.get(stream) === position) ended.delete(stream);
    }
  }

  return {
    get start() {
      return start;
    },
    get position() {
      return start + all.length;
    },
    isOver({ userId, sessionId }) {
      const session = streamName('session', sessionId);
      if (ended.has(session)) return true;
      // A session that goes on after all others were ended began with that, or later.
      return (begun.get(session) ?? 0) < (ended.get(streamName('user', userId)) ?? 0);
    },
    after: (from) => all.slice(from - start),
    push(news) {
      note(news);
      all.push(...news);
      // Not one by one: that would move all of them each time.
      if (all.length < keep * 1.5) return;
      const forgotten = all.splice(0, all.length - keep);
      forget(forgotten);
      start += forgotten.length;
    },
    prepend(news) {
      note(news);
      all = [...news, ...all];
      start -= news.length;
    },
  };
}
