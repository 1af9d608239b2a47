import { describe, expect, test } from 'vitest';
import { CheckpointMovedError, type Document, type ReadModels } from './read-models.ts';

interface Body {
  readonly title: string;
  readonly price: { readonly amount: number };
  readonly words: readonly string[];
  readonly city?: string;
}

const definition = {
  name: 'things',
  version: 1,
  indexes: [{ key: { city: 1 } }, { key: { words: 1 }, partial: { city: 'Berlin' } }],
} as const;

function thing(_id: string, amount: number, words: string[], more: Partial<Body> = {}): Document<Body> {
  return { _id, position: 1, title: words.join(' '), price: { amount }, words, ...more };
}

const things = [
  thing('a', 100, ['swan', 'lake'], { city: 'Berlin' }),
  thing('b', 300, ['swan', 'song'], { city: 'Paris' }),
  thing('c', 200, ['hamlet'], { city: 'Berlin' }),
  thing('d', 200, ['swansea']),
];

async function filled(readModels: ReadModels) {
  const writer = await readModels.writer<Body>(definition);
  await writer.save({ from: 0, to: 4, puts: things, deletes: [] });
  return { writer, reader: readModels.reader<Body>(definition) };
}

/** What every store of read models does, whatever it is made of. */
export function readModelsSuite(name: string, open: () => Promise<ReadModels>): void {
  describe(`read models in ${name}`, () => {
    test('begin at position 0 with nothing in them', async () => {
      await using readModels = await open();
      const writer = await readModels.writer<Body>(definition);
      expect(await writer.checkpoint()).toBe(0);
      expect(await readModels.reader<Body>(definition).find({})).toEqual([]);
    });

    test('move documents and checkpoint together', async () => {
      await using readModels = await open();
      const { writer, reader } = await filled(readModels);
      await writer.save({ from: 4, to: 7, puts: [thing('e', 5, ['new'])], deletes: ['a', 'b'] });
      expect(await writer.checkpoint()).toBe(7);
      expect(await reader.position()).toBe(7);
      expect((await reader.find({}, { sort: { _id: 1 } })).map(({ _id }) => _id)).toEqual(['c', 'd', 'e']);
    });

    test('are gone through by their ids, page by page, while documents come and go', async () => {
      await using readModels = await open();
      const { writer, reader } = await filled(readModels);
      const after = async (id: string) =>
        (await reader.find({ _id: { $gt: id } }, { sort: { _id: 1 }, limit: 2 })).map(({ _id }) => _id);
      expect([await after(''), await after('b'), await after('d')]).toEqual([['a', 'b'], ['c', 'd'], []]);
      const puts = [thing('bb', 1, []), thing('c', 7, ['changed'])];
      await writer.save({ from: 4, to: 5, puts, deletes: ['a', 'd'] });
      await writer.save({ from: 5, to: 6, puts: [thing('a', 1, [])], deletes: ['b'] });
      expect([await after(''), await after('b'), await after('bb')]).toEqual([['a', 'bb'], ['bb', 'c'], ['c']]);
      const some = await reader.find({ _id: { $in: ['c', 'a', 'c', 'gone'] } });
      expect(some.map(({ _id }) => _id).sort()).toEqual(['a', 'c']);
    });

    test('refuse a batch from another checkpoint, all of it', async () => {
      await using readModels = await open();
      const { writer, reader } = await filled(readModels);
      const late = writer.save({ from: 3, to: 9, puts: [thing('late', 1, [])], deletes: ['a'] });
      await expect(late).rejects.toThrow(CheckpointMovedError);
      expect(await reader.get('late')).toBeUndefined();
      expect(await reader.get('a')).toEqual(things[0]);
      expect(await reader.position()).toBe(4);
    });

    test('load the documents that are there', async () => {
      await using readModels = await open();
      const { writer } = await filled(readModels);
      expect([...(await writer.load(['a', 'missing', 'c'])).keys()]).toEqual(['a', 'c']);
    });

    test.each([
      ['a field', { city: 'Berlin' }, ['a', 'c']],
      ['a range', { 'price.amount': { $gte: 200, $lte: 300 } }, ['b', 'c', 'd']],
      ['an element', { words: 'swan' }, ['a', 'b']],
      ['the beginning of an element', { words: { $regex: '^swan' } }, ['a', 'b', 'd']],
      ['all of several', { $and: [{ words: 'swan' }, { words: { $regex: '^so' } }] }, ['b']],
      ['one of several', { $or: [{ city: 'Paris' }, { _id: { $gt: 'c' } }] }, ['b', 'd']],
      ['some ids, of which there is one, and a field', { _id: { $in: ['b', 'a', 'missing'] }, city: 'Berlin' }, ['a']],
      ['another value', { city: { $ne: 'Berlin' } }, ['b', 'd']],
      ['a field that is there', { city: { $exists: true } }, ['a', 'b', 'c']],
      ['a field and an element', { city: 'Berlin', words: 'swan' }, ['a']],
      ['nothing at all', { words: { $in: [] } }, []],
    ])('find by %s', async (_what, filter, ids) => {
      await using readModels = await open();
      const { reader } = await filled(readModels);
      expect((await reader.find(filter, { sort: { _id: 1 } })).map(({ _id }) => _id)).toEqual(ids);
    });

    test('sort by several fields and give as many as asked', async () => {
      await using readModels = await open();
      const { reader } = await filled(readModels);
      const ids = async (sort: Record<string, 1 | -1>) => (await reader.find({}, { sort })).map(({ _id }) => _id);
      expect(await ids({ 'price.amount': 1, _id: 1 })).toEqual(['a', 'c', 'd', 'b']);
      expect(await ids({ 'price.amount': -1, _id: -1 })).toEqual(['b', 'd', 'c', 'a']);
      expect(await ids({ city: 1, _id: 1 })).toEqual(['d', 'a', 'c', 'b']);
      expect(await reader.find({}, { sort: { _id: 1 }, limit: 2 })).toEqual(things.slice(0, 2));
    });

    test('find by what a document has become, and no more by what it was', async () => {
      await using readModels = await open();
      const { writer, reader } = await filled(readModels);
      const cities = async (city: string) => (await reader.find({ city }, { sort: { _id: 1 } })).map(({ _id }) => _id);
      expect(await cities('Berlin')).toEqual(['a', 'c']);
      const moved = thing('a', 100, ['swan', 'lake'], { city: 'Paris' });
      await writer.save({ from: 4, to: 5, puts: [moved], deletes: ['b'] });
      expect(await cities('Berlin')).toEqual(['c']);
      expect(await cities('Paris')).toEqual(['a']);
      expect(await reader.find({ city: 'Berlin', words: 'swan' })).toEqual([]);
    });

    test('count up to a limit', async () => {
      await using readModels = await open();
      const { reader } = await filled(readModels);
      expect(await reader.count({ words: 'swan' }, 10)).toBe(2);
      expect(await reader.count({}, 3)).toBe(3);
    });

    test('group', async () => {
      await using readModels = await open();
      const { reader } = await filled(readModels);
      const rows = await reader.aggregate([
        { $match: { city: { $exists: true } } },
        { $group: { _id: '$city', count: { $sum: 1 }, least: { $min: '$price.amount' } } },
        { $sort: { count: -1, _id: 1 } },
      ]);
      expect(rows).toEqual([
        { _id: 'Berlin', count: 2, least: 100 },
        { _id: 'Paris', count: 1, least: 300 },
      ]);
    });

    test('keep versions of a model apart', async () => {
      await using readModels = await open();
      await filled(readModels);
      expect(await readModels.reader<Body>({ ...definition, version: 2 }).find({})).toEqual([]);
    });

    test('tell who waits when a position has been reached', async () => {
      await using readModels = await open();
      const { writer, reader } = await filled(readModels);
      expect(await reader.reached(4, 0)).toBe(true);
      const waiting = reader.reached(5, 60_000);
      await writer.save({ from: 4, to: 6, puts: [], deletes: [] });
      expect(await waiting).toBe(true);
    });

    test('tell who waits that nothing will come any more', async () => {
      const readModels = await open();
      const { reader } = await filled(readModels);
      const waiting = reader.reached(5, 500);
      await readModels[Symbol.asyncDispose]();
      expect(await waiting).toBe(false);
    });

    test('tell who waits that a position was not reached in time', async () => {
      await using readModels = await open();
      const { reader } = await filled(readModels);
      expect(await reader.reached(5, 1)).toBe(false);
    });
  });
}
