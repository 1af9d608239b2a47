import { RefusedError } from '../refused-error.ts';
import type { CommonOptions, Session } from '../session.ts';
import { say, sayJson } from '../terminal/say.ts';
import { eventSets } from './event-sets.ts';

/** `stream show` */
export async function showStream({ log }: Session, { json }: CommonOptions, id: string): Promise<void> {
  const commits = await log.readStream(id);
  if (commits.length === 0) {
    const forms = eventSets.map(({ category }) => `${category}-<id>`).join(', ');
    throw new RefusedError(`There is no stream ${id}. A stream is named by its category and an id: ${forms}`);
  }
  const shown = commits.map(({ position, at, actor, commandId, correlationId, streams, events }) => ({
    revision: streams.find((stream) => stream.id === id)?.revision,
    ...{ position, at, actor, commandId, correlationId },
    events: events.filter(({ stream }) => stream === id).map(({ type, version, data }) => ({ type, version, data })),
    others: streams.filter((stream) => stream.id !== id).map((stream) => stream.id),
  }));
  if (json) return sayJson(shown);
  for (const { revision, position, at, actor, correlationId, events, others } of shown) {
    const beside = others.length > 0 ? `, together with ${others.join(', ')}` : '';
    say(`revision ${revision} at position ${position}, ${at}, by ${actor}, correlation ${correlationId}${beside}`);
    for (const { type, version, data } of events) say(`  ${type}@${version}  ${JSON.stringify(data)}`);
  }
}
