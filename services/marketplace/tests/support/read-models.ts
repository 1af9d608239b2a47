import type { EventLog, ReadModels } from '@boxoffice/common';
import { expect } from 'vitest';
import { projections } from '../../src/projections.ts';

/** Every document of every read model, as text; once they have all reached the end of the log. */
export async function dump(readModels: ReadModels, log: EventLog): Promise<string> {
  const head = await log.head();
  const parts = projections.map(async (projection) => {
    const model = readModels.reader<object>(projection);
    expect(await model.reached(head, 5000)).toBe(true);
    const documents = await model.find({}, { sort: { _id: 1 } });
    return [projection.name, ...documents.map((document) => JSON.stringify(document))].join('\n');
  });
  return (await Promise.all(parts)).join('\n\n');
}
