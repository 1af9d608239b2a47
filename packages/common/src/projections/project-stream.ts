import type { Event } from '@boxoffice/contracts';
import type { EventLog } from '../event-log/event-log.ts';
import { recordedEvents } from '../recorded.ts';
import type { Projection } from './projection.ts';

/**
 * One document of a projection, folded from a single stream up to a position: what the read model will show there.
 * For replies to commands, and for projections whose documents are each made of one stream.
 */
export async function projectStream<Body, E extends Event>(
  projection: Projection<Body, E>,
  log: EventLog,
  stream: string,
  key: string,
  upTo: number,
): Promise<Body | undefined> {
  let body: Body | undefined;
  for (const commit of await log.readStream(stream, upTo))
    for (const event of recordedEvents(commit, projection.events))
      if (event.stream === stream && projection.keys(event).includes(key)) body = projection.apply(body, event, key);
  return body;
}
