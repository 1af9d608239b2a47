import type { AnyProjection, CommandContext, Outcome, Quarantined, ReadModels } from '@boxoffice/common';
import { projections } from '../../src/projections.ts';
import type { Operating } from '../operating.ts';
import { tell } from '../projections/tell.ts';

/** A key in the quarantine of a projection. */
export interface Stuck extends Quarantined {
  readonly projection: string;
  readonly version: number;
}

/** All that is in quarantine. */
export async function allQuarantined(readModels: ReadModels): Promise<Stuck[]> {
  const found = projections.map(async (projection) => {
    const quarantine = await readModels.reader(projection).quarantine();
    return quarantine.map((one) => ({ projection: projection.name, version: projection.version, ...one }));
  });
  return (await Promise.all(found)).flat();
}

/** Has keys folded anew from the log: all of the quarantine, unless one is named. */
export async function retryKeys(
  operating: Operating,
  projection: AnyProjection,
  key: string | undefined,
  context: CommandContext,
): Promise<{ keys: readonly string[]; outcome: Outcome }> {
  const quarantine = await operating.readModels.reader(projection).quarantine();
  const keys = key === undefined ? quarantine.map((one) => one.key) : [key];
  return { keys, outcome: await tell(operating, projection, { type: 'Retry', keys, quarantine }, context) };
}

/** Has a projection pass over the event at which a key is stuck, which stands at `at`, for that key. */
export async function skipEvent(
  operating: Operating,
  projection: AnyProjection,
  { key, reason }: { key: string; reason: string },
  context: CommandContext,
): Promise<{ at: number | undefined; outcome: Outcome }> {
  const quarantine = await operating.readModels.reader(projection).quarantine();
  const at = quarantine.find((one) => one.key === key)?.position;
  return { at, outcome: await tell(operating, projection, { type: 'Skip', key, reason, quarantine }, context) };
}

/**
 * Of these keys, those that are still in quarantine, once the projection has come to a position; nothing when it does
 * not come to it in time.
 */
export async function stillStuck(
  readModels: ReadModels,
  projection: AnyProjection,
  { keys, position }: { keys: readonly string[]; position: number },
  timeoutMs: number,
): Promise<Quarantined[] | undefined> {
  const model = readModels.reader(projection);
  if (!(await model.reached(position, timeoutMs))) return undefined;
  return (await model.quarantine()).filter(({ key }) => keys.includes(key));
}
