import type { Commit, Event } from '@boxoffice/contracts';
import fc from 'fast-check';
import { expect } from 'vitest';
import { foldBatch } from '../projections/fold-batch.ts';
import { PoisonError, type Projection, versionName } from '../projections/projection.ts';
import { memoryReadModels } from '../read-models/memory.ts';
import type { Document, ReadModel } from '../read-models/read-models.ts';
import { commitsOf, type Happened } from './commits.ts';

/**
 * The documents that a history makes, by their ids. On the way it is proved that they are the same, byte for byte,
 * when everything comes at once, one by one, and each commit a second time.
 */
export async function projected<Body, E extends Event>(
  projection: Projection<Body, E>,
  ...history: readonly Happened[]
): Promise<Map<string, Document<Body>>> {
  const commits = commitsOf(...history);
  const documents = await delivered(projection, [commits]);
  const oneByOne = commits.map((commit) => [commit]);
  const twice = commits.flatMap((commit) => [[commit], [commit]]);
  for (const delivery of [oneByOne, twice, [...oneByOne, commits]])
    expect(bytes(await delivered(projection, delivery))).toBe(bytes(documents));
  return new Map(documents.map((document) => [document._id, document]));
}

/** The documents, in the order of their ids, after commits came in these batches. */
export async function delivered<Body, E extends Event>(
  projection: Projection<Body, E>,
  batches: readonly (readonly Commit[])[],
): Promise<Document<Body>[]> {
  const model = await modelOf(projection, batches);
  return model.find({}, { sort: { _id: 1 } });
}

/** The read model after commits came in these batches, each of which it must be able to take in. */
export async function modelOf<Body, E extends Event>(
  projection: Projection<Body, E>,
  batches: readonly (readonly Commit[])[],
): Promise<ReadModel<Body>> {
  const readModels = memoryReadModels();
  const writer = await readModels.writer<Body>(projection);
  for (const commits of batches) {
    const batch = await foldBatch(projection, commits, await writer.checkpoint(), writer);
    const [bad] = batch.quarantined ?? [];
    if (bad) throw new PoisonError(versionName(projection), bad.position, bad.reason);
    await writer.save(batch);
  }
  return readModels.reader<Body>(projection);
}

export function bytes(documents: readonly unknown[]): string {
  return JSON.stringify(documents);
}

const batch = fc.record({
  size: fc.integer({ min: 1, max: 7 }),
  times: fc.integer({ min: 1, max: 5 }),
  before: fc.nat({ max: 5 }),
});

/** Ways in which commits may come: in batches of any size, one to five times each, with some from before again. */
export function deliveries(commits: readonly Commit[]): fc.Arbitrary<Commit[][]> {
  return fc.array(batch, { minLength: commits.length, maxLength: commits.length }).map((plan) => {
    const batches: Commit[][] = [];
    let next = 0;
    for (const { size, times, before } of plan) {
      const commitsOfBatch = commits.slice(Math.max(0, next - before), next + size);
      for (let time = 0; time < times; time += 1) batches.push(commitsOfBatch);
      next += size;
      if (next >= commits.length) break;
    }
    return batches;
  });
}
