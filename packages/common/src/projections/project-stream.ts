import type { Event } from '@boxoffice/contracts';
import { fold } from '../commands.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { recordedEvents } from '../recorded.ts';
import { controlOf, controlStream, skip } from './control.ts';
import type { Projection } from './projection.ts';

/**
 * One document of a projection, folded from a single stream up to a position: what the read model will show there.
 * For replies to commands, and for projections whose documents are each made of one stream. Where an event cannot be
 * taken in, it is passed over if operators have said so, and otherwise the document is as it was before.
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
    for (const event of recordedEvents(commit, projection.events)) {
      if (event.stream !== stream || !projection.keys(event).includes(key)) continue;
      try {
        body = projection.apply(body, event, key);
      } catch {
        const { state } = await fold(log, controlOf(projection.version), controlStream(projection.name));
        if (!state.skipped.has(skip(event.position, key))) return body;
      }
    }
  return body;
}
