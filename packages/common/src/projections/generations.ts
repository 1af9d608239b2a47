import type { Generation, ReadModelDefinition, ReadModels } from '../read-models/read-models.ts';

/** The generations of one version of a read model. */
export async function generationsOf(
  { name, version }: ReadModelDefinition,
  readModels: ReadModels,
): Promise<Generation[]> {
  const all = await readModels.generations();
  return all.filter((one) => one.name === name && one.version === version);
}

/** The generation that was live before the present one, if there was one. */
export async function previousOf(
  definition: ReadModelDefinition,
  readModels: ReadModels,
): Promise<Generation | undefined> {
  return (await generationsOf(definition, readModels)).find(({ state }) => state === 'retired');
}

/** Removes those of a state, but for the one to keep and those that somebody is working on. */
export async function dropGenerations(
  definition: ReadModelDefinition,
  readModels: ReadModels,
  state: 'candidate' | 'retired',
  keep?: string,
): Promise<void> {
  for (const one of await generationsOf(definition, readModels))
    if (one.state === state && one.id !== keep && !one.held) await readModels.drop(definition, one.id);
}

/** Removes the retired generations, but for the one that was live last. */
export function dropRetired(definition: ReadModelDefinition, readModels: ReadModels, last: string): Promise<void> {
  return dropGenerations(definition, readModels, 'retired', last);
}
