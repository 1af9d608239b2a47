import { expect, test } from 'vitest';
import { groupCommit } from './group-commit.ts';

test('writes together what arrives together, and in order', async () => {
  const batches: number[][] = [];
  const group = groupCommit<number, number>(
    (items) => {
      batches.push(items);
      return items.map((item) => item * 2);
    },
    { maxBatch: 3 },
  );
  expect(await Promise.all([1, 2, 3, 4].map(group.submit))).toEqual([2, 4, 6, 8]);
  expect(batches).toEqual([[1, 2, 3], [4]]);
});

test('refuses only the item whose answer is an error', async () => {
  const group = groupCommit<number, number>((items) => items.map((item) => (item === 2 ? new Error('two') : item)), {
    maxBatch: 10,
  });
  const [one, two, three] = await Promise.allSettled([1, 2, 3].map(group.submit));
  expect([one?.status, two?.status, three?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('refuses the whole batch that could not be written, and writes the next', async () => {
  let fail = true;
  const group = groupCommit<number, number>(
    (items) => {
      if (fail) throw new Error('disk full');
      return items;
    },
    { maxBatch: 10 },
  );
  await expect(group.submit(1)).rejects.toThrow('disk full');
  fail = false;
  await expect(group.submit(2)).resolves.toBe(2);
});

test('takes what is submitted while it writes', async () => {
  const group: ReturnType<typeof groupCommit<number, number>> = groupCommit(
    async (items) => {
      if (items[0] === 1) second = group.submit(2);
      return items;
    },
    { maxBatch: 10 },
  );
  let second: Promise<number> | undefined;
  await group.submit(1);
  await group.drain();
  expect(await second).toBe(2);
});
