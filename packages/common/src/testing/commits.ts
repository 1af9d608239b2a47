import type { Commit, Event } from '@boxoffice/contracts';
import { commitOf, type EventLog } from '../event-log/event-log.ts';
import { later } from './clock.ts';

/** What one commit holds: for each stream its events. */
export type Happened = Readonly<Record<string, readonly Event[]>>;

/** The commits that a log would have if this had happened to it, one after the other, a second apart. */
export function commitsOf(...history: readonly Happened[]): Commit[] {
  const revisions = new Map<string, number>();
  return history.map((happened, index) => {
    const revision = (stream: string) => revisions.get(stream) ?? 0;
    const commit = commitOf(appendOf(happened, revision, index + 1), index + 1);
    for (const { id, revision } of commit.streams) revisions.set(id, revision);
    return commit;
  });
}

/** Makes this happen to a log, one commit after the other. */
export async function record(log: EventLog, ...history: readonly Happened[]): Promise<void> {
  for (const happened of history) {
    const revisions = new Map<string, number>();
    for (const stream of Object.keys(happened)) revisions.set(stream, (await log.readStream(stream)).length);
    const position = (await log.head()) + 1;
    await log.append(appendOf(happened, (stream) => revisions.get(stream) ?? 0, position));
  }
}

function appendOf(happened: Happened, revision: (stream: string) => number, position: number) {
  const streams = Object.keys(happened);
  return {
    expected: Object.fromEntries(streams.map((stream) => [stream, revision(stream)])),
    events: streams.flatMap((stream) => (happened[stream] ?? []).map((event) => ({ ...event, stream }))),
    commandId: `command-${position}`,
    correlationId: `correlation-${position}`,
    actor: 'somebody',
    at: later(position),
  };
}
