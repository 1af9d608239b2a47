import {
  type Clock,
  type CommandContext,
  type EventLog,
  type ReadModels,
  readConfig,
  systemClock,
} from '@boxoffice/common';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Operating, Underway } from '../operations/operating.ts';
import { openPlace } from './place/open-place.ts';
import type { Place } from './place/place.ts';
import { foldFolder } from './projections/fold-folder.ts';
import { showStage } from './terminal/show-stage.ts';

/** What a command works with. */
export interface Session {
  readonly place: Place;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Who answers for what is done. */
  readonly context: CommandContext;
  /** The read models of the market, or what this build makes of the log where they are in its memory. */
  readModels(): Promise<ReadModels>;
  /** Makes the command end with 1: it has found something bad. */
  readonly onFound: () => void;
}

/** What the process gives to every command. */
export interface Surroundings {
  readonly signal: AbortSignal;
  readonly onFound: () => void;
}

export interface CommonOptions {
  readonly mongo?: string;
  readonly dataDir?: string;
  readonly as?: string;
  readonly json?: boolean;
}

const name = z.string().regex(/^[\w.-]{1,64}$/, { error: 'must be a plain name: letters, digits, dots and dashes' });
const Operator = z.object({ OPERATOR: name.default('unknown') });

/** Does what only needs the place, and closes it whatever happens. */
export function inPlace<Options = object>(
  run: (place: Place, options: Options & CommonOptions) => Promise<void>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const options = (given.at(-1) as Command).optsWithGlobals<Options & CommonOptions>();
    await using place = await openPlace(options);
    await run(place, options);
  };
}

type Run<Args extends unknown[], Options> = (
  session: Session,
  options: Options & CommonOptions,
  ...args: Args
) => Promise<void>;

/** Makes an action of what a command does: it opens the place, and closes it whatever happens. */
export function inSession<Options = object, Args extends unknown[] = []>(
  { signal, onFound }: Surroundings,
  run: Run<Args, Options>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const options = (given.at(-1) as Command).optsWithGlobals<Options & CommonOptions>();
    const { OPERATOR } =
      options.as === undefined ? readConfig(Operator) : readConfig(Operator, { OPERATOR: options.as });
    await using place = await openPlace(options);
    const log = await place.log();
    const readModels = async () => {
      if (place.kind === 'folder') await foldFolder(place.readModels, log, signal);
      return place.readModels;
    };
    const session = { place, log, clock: systemClock, signal, context: contextOf(OPERATOR), readModels, onFound };
    await run(session, options, ...(given.slice(0, -2) as Args));
  };
}

/** What the operations work on. */
export async function operatingIn({ clock, log, readModels }: Session): Promise<Operating> {
  return { clock, log, readModels: await readModels() };
}

/** The same, for what takes its time: it is shown at the terminal, and ends with the process. */
export async function underwayIn(session: Session): Promise<Underway> {
  return { ...(await operatingIn(session)), showStage, signal: session.signal };
}

/** One command line may write several times: each has a name and a time of its own. */
export function newContext({ context, clock }: Session): CommandContext {
  return { ...context, commandId: `operator:${crypto.randomUUID()}`, at: clock.now() };
}

function contextOf(operator: string): CommandContext {
  const id = crypto.randomUUID();
  return {
    commandId: `operator:${id}`,
    mayRepeat: false,
    correlationId: id,
    actor: `operator:${operator}`,
    at: systemClock.now(),
  };
}
