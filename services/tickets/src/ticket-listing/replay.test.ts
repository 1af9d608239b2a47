import { catchUp, memoryReadModels, openSqliteEventLog } from '@boxoffice/common';
import { bytes, commitsOf, delivered, deliveries, record } from '@boxoffice/common/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories } from './histories.controls.ts';
import { ticketListings } from './projection.ts';

test('however commits come, the listings are the same bytes', async () => {
  const cases = histories
    .map((history) => commitsOf(...history))
    .chain((commits) => fc.record({ commits: fc.constant(commits), delivery: deliveries(commits) }));
  await fc.assert(
    fc.asyncProperty(cases, async ({ commits, delivery }) => {
      const atOnce = bytes(await delivered(ticketListings, [commits]));
      const oneByOne = commits.map((commit) => [commit]);
      expect(bytes(await delivered(ticketListings, oneByOne))).toBe(atOnce);
      expect(bytes(await delivered(ticketListings, delivery))).toBe(atOnce);
    }),
  );
});

test('listings kept up with the log are those of a log read from its beginning', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      await using log = openSqliteEventLog(':memory:');
      await using live = memoryReadModels();
      for (const happened of history) {
        await record(log, happened);
        await catchUp([ticketListings], log, live);
      }
      await using rebuilt = memoryReadModels();
      expect(await catchUp([ticketListings], log, rebuilt)).toBe(history.length);

      const all = [live, rebuilt].map((models) => models.reader(ticketListings).find({}, { sort: { _id: 1 } }));
      const [before, after] = await Promise.all(all);
      expect(bytes(after ?? [])).toBe(bytes(before ?? []));
    }),
    { numRuns: 20 },
  );
});
