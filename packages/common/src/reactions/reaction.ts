import { setTimeout as delay } from 'node:timers/promises';
import type { Commit, Event, EventSet } from '@boxoffice/contracts';
import type { Clock } from '../clock.ts';
import type { CommandContext } from '../commands.ts';
import type { EventBus } from '../event-bus/event-bus.ts';
import { follow } from '../event-bus/follow.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { reactionFailures, reactionPosition } from '../metrics/reaction.ts';
import { type Recorded, recordedEvents } from '../recorded.ts';
import { startWorker, type Worker } from '../worker.ts';
import type { Cursors } from './cursors.ts';

/** What follows from an event by itself: a command, under a name that the event gives it. */
export interface Reaction<E extends Event> {
  readonly name: string;
  readonly events: readonly EventSet<E>[];
  /** Those of which something may follow; all of them without. Others cost no more than to be read. */
  readonly concerns?: (event: E) => boolean;
  /** Milliseconds an event must have happened ago; the reaction is a safety net for what is usually done sooner. */
  readonly delayMs?: number;
  /**
   * Called at least once for each event, in order. The command that it carries out with this context is appended
   * once, however often it is called.
   */
  react(event: Recorded<E>, context: CommandContext): Promise<void>;
}

export interface ReactionOptions<E extends Event> {
  readonly reaction: Reaction<E>;
  readonly log: EventLog;
  readonly bus: EventBus;
  readonly cursors: Cursors;
  readonly clock: Clock;
  /** An event that cannot be dealt with is tried again and again: what comes after it waits. */
  readonly onError: (error: unknown) => void;
  readonly pollMs?: number;
  /** Told of each command that was carried out; again, when it was cut off before the cursor was saved. */
  readonly onReacted?: (reacted: Reacted) => void;
}

/** A command of a reaction, as it stands in the log. */
export interface Reacted extends Pick<Commit, 'position' | 'commandId' | 'correlationId' | 'causationId' | 'actor'> {
  readonly reaction: string;
  readonly milliseconds: number;
}

/** Runs a reaction from its cursor on. */
export function startReaction<E extends Event>(options: ReactionOptions<E>): Worker {
  const { reaction, log, bus, cursors, clock, pollMs } = options;
  const { name, delayMs = 0, concerns = () => true } = reaction;
  const onError = (error: unknown) => {
    reactionFailures.inc({ reaction: name });
    options.onError(error);
  };
  return startWorker(`reaction ${name}`, onError, async (signal) => {
    await using cursor = await cursors.take(name, signal);
    // A cursor beyond the end belongs to a log that has been replaced by an older one. Every command of a reaction is
    // carried out once by its name: to begin anew repeats nothing.
    const after = cursor.position > (await log.head()) ? 0 : cursor.position;
    let saved = after;
    const save = async (position: number) => {
      await cursor.save(position);
      saved = position;
    };
    for await (const commits of follow({ log, bus, name, after, signal, ...(pollMs ? { pollMs } : {}) })) {
      for (const commit of commits) {
        const events = recordedEvents(commit, reaction.events).filter(concerns);
        if (events.length > 0) await grace(clock, commit.at, delayMs, signal);
        if (signal.aborted) return;
        for (const event of events) await reactTo(event, contextOf(name, commit, event.index, clock), options);
        reactionPosition.set({ reaction: name }, commit.position);
        // Commits that are none of its business are cheaper to read again than to make a note of, each one.
        if (events.length > 0 || commit.position >= saved + 1000) await save(commit.position);
      }
    }
  });
}

async function reactTo<E extends Event>(event: Recorded<E>, context: CommandContext, options: ReactionOptions<E>) {
  const { reaction, log, onReacted } = options;
  const began = performance.now();
  await reaction.react(event, context);
  if (!onReacted) return;
  const milliseconds = Math.round(performance.now() - began);
  // Most events lead to nothing: only the log knows whether there was a command.
  const commit = await log.find(context.commandId);
  if (!commit) return;
  const { position, commandId, correlationId, causationId, actor } = commit;
  onReacted({ reaction: reaction.name, commandId, correlationId, causationId, actor, position, milliseconds });
}

/** The command that a reaction makes of an event is named by the event: done twice, it is the same command. */
export function contextOf(name: string, commit: Commit, index: number, clock: Clock): CommandContext {
  return {
    commandId: `${name}:${commit.position}.${index}`,
    mayRepeat: true,
    correlationId: commit.correlationId,
    causationId: `${commit.position}`,
    actor: `system:${name}`,
    at: clock.now(),
  };
}

async function grace(clock: Clock, happenedAt: string, delayMs: number, signal: AbortSignal): Promise<void> {
  const now = () => Date.parse(clock.now());
  // Never longer than the delay itself: the clock that wrote the event may have been ahead of ours.
  const due = Math.min(Date.parse(happenedAt), now()) + delayMs;
  for (let left = due - now(); left > 0 && !signal.aborted; left = due - now())
    await delay(Math.min(left, 500), undefined, { signal }).catch(() => undefined);
}
