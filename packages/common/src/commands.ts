import { type Commit, categoryOf, type Event, type EventSet, streamName } from '@boxoffice/contracts';
import { ClientError, ConcurrentChange, IdempotencyKeyReused } from './errors.ts';
import { type Appended, ConcurrencyError, type EventLog } from './event-log/event-log.ts';
import { recordedEvents } from './recorded.ts';

/** How a stream is read: the state of one thing, folded from its events. Pure. */
export interface StreamType<State, E extends Event> {
  readonly events: EventSet<E>;
  readonly initial: State;
  evolve(state: State, event: E): State;
}

/** A stream together with what may be done to it. Pure: time and ids arrive with the command. */
export interface Decider<State, Command, E extends Event> extends StreamType<State, E> {
  /** The events that follow; none when it is so already. Throws a `ClientError` when the command is refused. */
  decide(command: Command, state: State): E[];
}

/** Who wants something, when, and under which name it will be found again. */
export interface CommandContext {
  readonly commandId: string;
  /** The id was chosen by the caller, so that the command may be there already. */
  readonly mayRepeat: boolean;
  readonly correlationId: string;
  readonly causationId?: string | undefined;
  readonly actor: string;
  readonly fingerprint?: string | undefined;
  readonly at: string;
}

/** A stream as the decision sees it. Loading it means to write to it, or to decide that nothing is to be done. */
export interface Loaded<State, E extends Event> {
  readonly state: State;
  /** 0: the stream does not exist. */
  readonly revision: number;
  /** Says what is to be appended to this stream. */
  emit(events: readonly E[]): void;
}

export type Load = <State, E extends Event>(type: StreamType<State, E>, id: string) => Promise<Loaded<State, E>>;

export interface Outcome {
  /** Nothing was to be done: the streams were so already. */
  readonly commit: Commit | undefined;
  /** A query that has reached it shows what the command left behind. */
  readonly position: number;
  /** The command had been carried out before, and this is what it did then. */
  readonly repeated: boolean;
}

/** The first event of a set that the command appended, now or when it was carried out before. */
export function eventOf<E extends Event>({ commit }: Outcome, set: EventSet<E>): E | undefined {
  const stored = commit?.events.find(({ stream }) => categoryOf(stream) === set.category);
  return stored && set.parse(stored);
}

const ATTEMPTS = 10;

/**
 * Carries out a command: loads streams, decides, appends what was emitted in one commit; when a stream has moved in
 * the meantime, all of it again.
 *
 * `decide` may run several times and must not have effects of its own. What it throws refuses the command: nothing
 * is written.
 * @throws {ConcurrentChange} the streams moved each time
 * @throws {IdempotencyKeyReused} the command's id belongs to another command
 */
export async function handle(
  log: EventLog,
  context: CommandContext,
  decide: (load: Load) => Promise<void>,
): Promise<Outcome> {
  const earlier = await findEarlier(log, context);
  if (earlier) return earlier;
  let conflict: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      return await attemptOnce(log, context, decide);
    } catch (error) {
      if (!(error instanceof ConcurrencyError)) {
        // Two of the same at once: this one may have been refused because of what the other has just done.
        const other = error instanceof ClientError ? await findEarlier(log, context) : undefined;
        if (other) return other;
        throw error;
      }
      conflict = error;
      // Those who were refused together would meet again: each comes back at a moment of its own.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 2 ** attempt));
    }
  }
  throw new ConcurrentChange(conflict);
}

/** What the command did when it was carried out before, if it may have been and was. */
async function findEarlier(log: EventLog, context: CommandContext): Promise<Outcome | undefined> {
  const commit = context.mayRepeat ? await log.find(context.commandId) : undefined;
  return commit && outcomeOf(checkSame(context, { commit, repeated: true }));
}

async function attemptOnce(log: EventLog, context: CommandContext, decide: (load: Load) => Promise<void>) {
  const expected: Record<string, number> = {};
  const events: (Event & { stream: string })[] = [];
  let seen = 0;
  await decide(async (type, id) => {
    const stream = streamName(type.events.category, id);
    const { state, revision, position } = await fold(log, type, stream);
    seen = Math.max(seen, position);
    return {
      state,
      revision,
      emit(emitted) {
        if (emitted.length > 0) expected[stream] = revision;
        for (const event of emitted) {
          const { type: name, version, data } = type.events.parse(event);
          events.push({ stream, type: name, version, data });
        }
      },
    };
  });
  if (events.length === 0) return outcomeOf(undefined, seen);
  const { mayRepeat: _, ...metadata } = context;
  return outcomeOf(checkSame(context, await log.append({ ...metadata, expected, events })));
}

function checkSame(context: CommandContext, appended: Appended): Appended {
  if (appended.repeated && appended.commit.fingerprint !== context.fingerprint) throw new IdempotencyKeyReused();
  return appended;
}

function outcomeOf(appended: Appended | undefined, seen = 0): Outcome {
  const { commit, repeated = false } = appended ?? {};
  return { commit, position: commit?.position ?? seen, repeated };
}

/** Folds a stream, as it is or as it was at a position. */
export async function fold<State, E extends Event>(
  log: EventLog,
  type: StreamType<State, E>,
  stream: string,
  upTo?: number,
): Promise<{ state: State; revision: number; position: number }> {
  let state = type.initial;
  let revision = 0;
  let position = 0;
  for (const commit of await log.readStream(stream, upTo)) {
    for (const event of recordedEvents(commit, [type.events])) {
      if (event.stream !== stream) continue;
      state = type.evolve(state, event);
      revision = event.revision;
      position = event.position;
    }
  }
  return { state, revision, position };
}
