import type { Problem } from '@boxoffice/common';
import type { VerifiedPlace } from './verified-place.ts';

/** What claims to have come further than the log: it belongs to another one, or to one that was restored. */
export async function aheadOf(place: VerifiedPlace): Promise<Problem[]> {
  const generations = (await place.readModels.generations()).map(({ id, position }) => ({
    name: `read model ${id}`,
    position,
  }));
  const reactions = (await place.cursors()).map(({ name, position }) => ({ name: `cursor ${name}`, position }));
  // Asked last: the log only grows.
  const end = await place.stored.last();
  return [...generations, ...reactions]
    .filter(({ position }) => position > end)
    .map(({ name, position }) => ({ reason: `${name} is at position ${position}, and the log ends at ${end}` }));
}
