import { type EventLog, startWorker, streamMetrics, wakeUp } from '@boxoffice/common';
import { type News, newsFrom } from '../change/news.ts';
import { type Recent, recentNews } from './recent.ts';

/** The one reader of the log in a process, for all who listen. */
export interface Tail extends AsyncDisposable {
  /** Resolves when it knows where the log ends. From then on there are {@link recent} ones. */
  readonly started: Promise<Recent>;
  /**
   * Makes news again of what came before those that are kept, so that they begin after this position at the latest.
   * `false`: that is too long ago.
   */
  reachBack(position: number): Promise<boolean>;
}

interface Options {
  readonly log: EventLog;
  readonly onError: (error: unknown) => void;
  /** Called for each commit, in order, once. */
  readonly onNews: (news: News) => void;
  /** How many news are kept for those who come back. */
  readonly keep: number;
}

/** How long a bell that did not ring can go unnoticed, in milliseconds. */
const POLL = 1000;
const BATCH = 500;

/** Follows the log from where it ends now. */
export function startTail({ log, onError, onNews, keep }: Options): Tail {
  const { promise: started, resolve: start } = Promise.withResolvers<Recent>();
  const newsOf = newsFrom({ log, onError });
  let recent: Recent | undefined;
  let reaching: Promise<boolean> = Promise.resolve(true);

  async function follow(signal: AbortSignal): Promise<void> {
    recent ??= recentNews(await log.head(), keep);
    start(recent);
    const bell = wakeUp();
    const stopListening = log.onAppend(bell.ring);
    signal.addEventListener('abort', bell.ring);
    try {
      while (!signal.aborted) {
        const commits = await log.read(recent.position, BATCH);
        if (commits.length === 0) {
          await bell.rung(POLL);
          continue;
        }
        const news = await Promise.all(commits.map(newsOf));
        recent.push(news);
        for (const each of news) {
          onNews(each);
          streamMetrics.told(each.position, each.at);
        }
      }
    } finally {
      stopListening();
      signal.removeEventListener('abort', bell.ring);
    }
  }

  async function extend(position: number): Promise<boolean> {
    const kept = await started;
    if (kept.position - position > keep) return false;
    const newsBefore = newsFrom({ log, onError });
    const found: News[] = [];
    const { start: end } = kept;
    while (position + found.length < end) {
      const commits = await log.read(position + found.length, Math.min(BATCH, end - position - found.length));
      if (commits.length === 0) return false;
      found.push(...(await Promise.all(commits.map(newsBefore))));
    }
    // Meanwhile the oldest may have been forgotten.
    if (kept.start === end) kept.prepend(found);
    return kept.start <= position;
  }

  const worker = startWorker('stream', onError, follow);
  return {
    started,
    reachBack(position) {
      // One after the other: who comes second finds what the first has fetched.
      reaching = reaching.catch(() => false).then(() => extend(position));
      return reaching;
    },
    [Symbol.asyncDispose]: () => worker[Symbol.asyncDispose](),
  };
}
