import type { Problem } from '@boxoffice/common';
import type { Place } from '../place/place.ts';

/** What claims to have come further than the log: it belongs to another one, or to one that was restored. */
export async function aheadOf({ readModels, cursors, stored }: Place): Promise<Problem[]> {
  const generations = (await readModels.generations()).map(({ id, position }) => ({
    name: `read model ${id}`,
    position,
  }));
  const reactions = (await cursors()).map(({ name, position }) => ({ name: `cursor ${name}`, position }));
  // Asked last: the log only grows.
  const end = await stored.last();
  return [...generations, ...reactions]
    .filter(({ position }) => position > end)
    .map(({ name, position }) => ({ reason: `${name} is at position ${position}, and the log ends at ${end}` }));
}
