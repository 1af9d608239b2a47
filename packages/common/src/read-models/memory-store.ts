import { Aggregator, Query } from 'mingo';
import { memoryIds } from './memory-ids.ts';
import { equalities, memoryIndex, valueAt } from './memory-index.ts';
import {
  CheckpointMovedError,
  type Document,
  type Filter,
  type Quarantined,
  type ReadModel,
  type ReadModelDefinition,
  type ReadModelWriter,
} from './read-models.ts';

/** The documents of one generation. */
export type MemoryStore<Body> = Omit<ReadModel<Body>, 'reached'> &
  Pick<ReadModelWriter<Body>, 'load' | 'save'> & { readonly at: number };

/** Answers kept until the next change, so that a page which asks several things of the same documents scans once. */
const REMEMBERED = 100;

export function memoryStore<Body>(name: string, { indexes: wanted = [] }: ReadModelDefinition): MemoryStore<Body> {
  const documents = new Map<string, Document<Body>>();
  const indexes = wanted.map(memoryIndex);
  const ids = memoryIds(documents);
  const remembered = new Map<string, Document<Body>[]>();
  const quarantine = new Map<string, Quarantined>();
  let checkpoint = 0;

  function matching(filter: Filter): Document<Body>[] {
    const key = JSON.stringify(filter);
    const known = remembered.get(key);
    if (known) return known;
    const query = new Query(filter);
    const matches = candidates(filter).filter((document) => query.test(document));
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(key, matches);
    return matches;
  }

  function candidates(filter: Filter): Document<Body>[] {
    const ids = (filter._id as { $in?: string[] } | undefined)?.$in;
    if (ids) return found(new Set(ids));
    const equal = equalities(filter);
    const sets = indexes.flatMap((index) => index.candidates(equal) ?? []);
    const smallest = sets.sort((one, other) => one.size - other.size)[0];
    return smallest ? found(smallest.keys()) : [...documents.values()];
  }

  function found(ids: Iterable<string>): Document<Body>[] {
    const all: Document<Body>[] = [];
    for (const id of ids) {
      const document = documents.get(id);
      if (document) all.push(document);
    }
    return all;
  }

  function replace(id: string, next: Document<Body> | undefined): void {
    const before = documents.get(id);
    if (before) for (const index of indexes) index.remove(before);
    if (!next) {
      documents.delete(id);
      ids.remove(id);
    } else {
      if (!before) ids.add(id);
      documents.set(id, next);
      for (const index of indexes) index.add(next);
    }
  }

  return {
    get at() {
      return checkpoint;
    },
    get: async (id) => documents.get(id),

    async find(filter, options = {}) {
      const { sort, limit } = options;
      const asked = ids.asked(filter, options);
      if (asked) return found(asked);
      const matches = matching(filter);
      return (sort ? matches.toSorted(comparator(sort)) : matches).slice(0, limit);
    },

    count: async (filter, limit) => Math.min(matching(filter).length, limit),

    async aggregate<Row>([first, ...rest]: readonly Filter[]) {
      const match = first?.$match as Filter | undefined;
      if (!match) return new Aggregator([...(first ? [first] : []), ...rest]).run([...documents.values()]) as Row[];
      return new Aggregator(rest).run(matching(match)) as Row[];
    },

    position: async () => checkpoint,
    quarantine: async () => [...quarantine.values()].sort((one, other) => one.position - other.position),
    load: async (ids) => new Map(found(ids).map((document) => [document._id, document])),

    async save({ from, to, puts, deletes, quarantined = [], released = [] }) {
      if (from !== checkpoint) throw new CheckpointMovedError(name, from, checkpoint);
      for (const document of puts) replace(document._id, document);
      for (const id of deletes) replace(id, undefined);
      if (puts.length + deletes.length > 0) remembered.clear();
      for (const key of released) quarantine.delete(key);
      for (const one of quarantined) quarantine.set(one.key, one);
      checkpoint = to;
    },
  };
}

/** MongoDB's order for what we sort by: missing first, then numbers or text by code point. */
function comparator(sort: Readonly<Record<string, 1 | -1>>) {
  const keys = Object.entries(sort);
  return (left: unknown, right: unknown): number => {
    for (const [path, direction] of keys) {
      const order = compare(valueAt(left, path), valueAt(right, path));
      if (order !== 0) return order * direction;
    }
    return 0;
  };
}

function compare(left: unknown, right: unknown): number {
  if (left === right) return 0;
  if (left === undefined || left === null) return -1;
  if (right === undefined || right === null) return 1;
  return (left as number | string) < (right as number | string) ? -1 : 1;
}
