import type { Event } from '@boxoffice/contracts';
import type { Clock } from '../clock.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { contextOf, type Reaction } from '../reactions/reaction.ts';
import { recordedEvents } from '../recorded.ts';

/** Lets a reaction deal with all that is in the log now after a position, as it does from a cursor there. */
export async function reacted<E extends Event>(
  reaction: Reaction<E>,
  log: EventLog,
  clock: Clock,
  after = 0,
): Promise<void> {
  const { name, events: sets, concerns = () => true } = reaction;
  for (const commit of await log.read(after, await log.head()))
    for (const event of recordedEvents(commit, sets).filter(concerns))
      await reaction.react(event, contextOf(name, commit, event.index, clock));
}
