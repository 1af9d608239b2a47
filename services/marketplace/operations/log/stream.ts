import type { EventLog } from '@boxoffice/common';
import { StreamNotFound } from '../errors.ts';
import { eventSets } from './event-sets.ts';

/**
 * What each commit of a stream says of it, in order, and which other streams it wrote to.
 * @throws {StreamNotFound} nothing was ever written to it
 */
export async function streamEntries(log: EventLog, id: string) {
  const commits = await log.readStream(id);
  if (commits.length === 0)
    throw new StreamNotFound(
      id,
      eventSets.map(({ category }) => `${category}-<id>`),
    );
  return commits.map(({ position, at, actor, commandId, correlationId, causationId, streams, events }) => ({
    revision: streams.find((stream) => stream.id === id)?.revision ?? 0,
    ...{ position, at, actor, commandId, correlationId },
    ...(causationId === undefined ? {} : { causationId }),
    events: events.filter(({ stream }) => stream === id).map(({ type, version, data }) => ({ type, version, data })),
    others: streams.filter((stream) => stream.id !== id).map((stream) => stream.id),
  }));
}
