import { Aggregator, Query } from 'mingo';
import {
  CheckpointMovedError,
  type Document,
  type Filter,
  type ReadModel,
  type ReadModelDefinition,
  type ReadModels,
  type ReadModelWriter,
} from './read-models.ts';
import { waiters } from './waiters.ts';

/**
 * Read models in memory, for the embedded mode: rebuilt from the log at each start, asked in MongoDB's query
 * language. Documents are handed out as they are and must not be changed.
 */
export function memoryReadModels(): ReadModels {
  const stores = new Map<string, Store<unknown>>();
  function store<Body>({ name, version }: ReadModelDefinition): Store<Body> {
    const key = `${name}@${version}`;
    const found = stores.get(key) ?? memoryStore(key);
    stores.set(key, found);
    return found as Store<Body>;
  }
  return {
    reader: store,
    writer: async (definition) => store(definition),
    async [Symbol.asyncDispose]() {
      for (const { close } of stores.values()) close();
    },
  };
}

type Store<Body> = ReadModel<Body> & ReadModelWriter<Body> & { close(): void };

function memoryStore<Body>(name: string): Store<Body> {
  const documents = new Map<string, Document<Body>>();
  const waiting = waiters();
  let checkpoint = 0;

  function* matching(filter: Filter): Generator<Document<Body>> {
    const query = new Query(filter);
    for (const document of documents.values()) if (query.test(document)) yield document;
  }

  return {
    get: async (id) => documents.get(id),

    async find(filter, { sort, limit = Number.POSITIVE_INFINITY } = {}) {
      const found = [...matching(filter)];
      if (sort) found.sort(comparator(sort));
      return found.slice(0, limit);
    },

    async count(filter, limit) {
      let count = 0;
      for (const _ of matching(filter)) if (++count >= limit) break;
      return count;
    },

    async aggregate<Row>(pipeline: readonly Filter[]) {
      return new Aggregator([...pipeline]).run([...documents.values()]) as Row[];
    },

    position: async () => checkpoint,
    reached: (position, timeoutMs) => waiting.reached(position, checkpoint, timeoutMs),
    checkpoint: async () => checkpoint,

    async load(ids) {
      return new Map(
        ids.flatMap((id) => {
          const document = documents.get(id);
          return document ? [[id, document] as const] : [];
        }),
      );
    },

    async save({ from, to, puts, deletes }) {
      if (from !== checkpoint) throw new CheckpointMovedError(name, from, checkpoint);
      for (const document of puts) documents.set(document._id, document);
      for (const id of deletes) documents.delete(id);
      checkpoint = to;
      waiting.tell(checkpoint);
    },

    close: () => waiting.tell(Number.POSITIVE_INFINITY),
  };
}

/** MongoDB's order for what we sort by: missing first, then numbers or text by code point. */
function comparator(sort: Readonly<Record<string, 1 | -1>>) {
  const keys = Object.entries(sort).map(([path, direction]) => ({ path: path.split('.'), direction }));
  return (left: unknown, right: unknown): number => {
    for (const { path, direction } of keys) {
      const order = compare(valueAt(left, path), valueAt(right, path));
      if (order !== 0) return order * direction;
    }
    return 0;
  };
}

function valueAt(document: unknown, path: string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
}

function compare(left: unknown, right: unknown): number {
  if (left === right) return 0;
  if (left === undefined || left === null) return -1;
  if (right === undefined || right === null) return 1;
  return (left as number | string) < (right as number | string) ? -1 : 1;
}
