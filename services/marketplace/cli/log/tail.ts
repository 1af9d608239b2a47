import { setTimeout as delay } from 'node:timers/promises';
import type { EventLog } from '@boxoffice/common';
import type { Commit, StoredEvent } from '@boxoffice/contracts';
import type { CommonOptions, Session } from '../session.ts';
import { say, sayJsonLine } from '../terminal/say.ts';

export interface TailOptions extends CommonOptions {
  /** The first position that is shown. */
  readonly from?: number;
  readonly stream?: string;
  /** How many of the last commits are shown first. */
  readonly lines: number;
  /** `false` by `--no-follow`. */
  readonly follow: boolean;
}

/** A market in another process cannot ring: the log is looked at as often as this, in milliseconds. */
const POLL = 250;
const PAGE = 1000;

/** `log tail` */
export async function tail({ log, signal }: Session, options: TailOptions): Promise<void> {
  const { from, stream = '', lines, follow, json } = options;
  const isWanted = (event: StoredEvent) => event.stream.startsWith(stream);
  const show = json ? sayJsonLine : (event: Shown) => say(lineOf(event));
  let after = from === undefined ? await before(log, lines, isWanted) : from - 1;
  for (;;) {
    const commits = await log.read(after, PAGE);
    for (const commit of commits) for (const event of shownOf(commit)) if (isWanted(event)) show(event);
    after = commits.at(-1)?.position ?? after;
    if (signal.aborted || (commits.length === 0 && !follow)) return;
    if (commits.length === 0) await delay(POLL, undefined, { signal }).catch(() => undefined);
  }
}

/** The position after which there are as many wanted commits as asked for. */
async function before(log: EventLog, wanted: number, isWanted: (event: StoredEvent) => boolean): Promise<number> {
  let left = wanted;
  let end = await log.head();
  while (left > 0 && end > 0) {
    const start = Math.max(0, end - PAGE);
    const commits = await log.read(start, end - start);
    for (const { position, events } of commits.toReversed())
      if (events.some(isWanted) && --left === 0) return position - 1;
    end = start;
  }
  return end;
}

type Shown = ReturnType<typeof shownOf>[number];

function shownOf({ position, at, actor, commandId, correlationId, streams, events }: Commit) {
  return events.map(({ stream, type, version, data }) => {
    const revision = streams.find(({ id }) => id === stream)?.revision;
    return { position, at, stream, revision, type, version, actor, commandId, correlationId, data };
  });
}

function lineOf({ position, at, stream, revision, type, version, actor, correlationId, data }: Shown): string {
  return [position, at, `${stream}@${revision}`, `${type}@${version}`, actor, correlationId, JSON.stringify(data)].join(
    '  ',
  );
}
