import { generationName, versionName } from '../projections/projection.ts';
import { type MemoryStore, memoryStore } from './memory-store.ts';
import {
  type Generation,
  type Halt,
  type ReadModel,
  type ReadModelDefinition,
  type ReadModels,
  type ReadModelWriter,
  SupersededError,
  type WriterOptions,
} from './read-models.ts';
import { type Waiters, waiters } from './waiters.ts';

interface MemoryGeneration extends Pick<Generation, 'id' | 'name' | 'version'> {
  state: Generation['state'];
  readonly store: MemoryStore<unknown>;
  /** Those who wait for this one, live or not. */
  readonly waiting: Waiters;
  /** Whoever took it last; only they can write. */
  holder?: symbol | undefined;
  halt?: Halt | undefined;
}

/** One version of a model: its generations, of which one is live, and those who wait for it. */
interface Model {
  readonly generations: MemoryGeneration[];
  /** The number of the last one that was begun. */
  last: number;
  readonly waiting: Waiters;
}

/**
 * Read models in memory, for the embedded mode: rebuilt from the log at each start, asked in MongoDB's query
 * language. Documents are handed out as they are and must not be changed. Nobody waits for a writer here: who takes
 * a generation supersedes whoever had it.
 */
export function memoryReadModels(): ReadModels {
  const models = new Map<string, Model>();

  function modelOf(definition: ReadModelDefinition): Model {
    const key = versionName(definition);
    const found = models.get(key) ?? { generations: [], last: 0, waiting: waiters() };
    if (found.generations.length === 0) add(found, definition, 'live');
    models.set(key, found);
    return found;
  }

  function add(model: Model, definition: ReadModelDefinition, state: Generation['state']): MemoryGeneration {
    const { name, version } = definition;
    model.last += 1;
    const id = generationName(definition, model.last);
    const store = memoryStore(id, definition);
    const generation: MemoryGeneration = { id, name, version, state, store, waiting: waiters() };
    model.generations.push(generation);
    return generation;
  }

  function generationOf(definition: ReadModelDefinition, id?: string): MemoryGeneration {
    const found = modelOf(definition).generations.find((one) =>
      id === undefined ? one.state === 'live' : one.id === id,
    );
    if (!found) throw new TypeError(`${id} is no generation of ${versionName(definition)}`);
    return found;
  }

  return {
    reader<Body>(definition: ReadModelDefinition, id?: string): ReadModel<Body> {
      const store = () => generationOf(definition, id).store as MemoryStore<Body>;
      return {
        get: (key) => store().get(key),
        find: (filter, options) => store().find(filter, options),
        count: (filter, limit) => store().count(filter, limit),
        aggregate: (pipeline) => store().aggregate(pipeline),
        position: () => store().position(),
        quarantine: () => store().quarantine(),
        async reached(position, timeoutMs) {
          const { waiting } = id === undefined ? modelOf(definition) : generationOf(definition, id);
          return waiting.reached(position, store().at, timeoutMs);
        },
      };
    },

    async writer<Body>(definition: ReadModelDefinition, { generation: id }: WriterOptions = {}) {
      const { waiting } = modelOf(definition);
      const generation = generationOf(definition, id);
      const holder = Symbol(generation.id);
      Object.assign(generation, { holder, halt: undefined });
      const store = generation.store as MemoryStore<Body>;
      const check = () => {
        if (generation.holder !== holder) throw new SupersededError(generation.id);
      };
      return {
        generation: generation.id,
        async checkpoint() {
          check();
          return store.at;
        },
        load: store.load,
        quarantine: store.quarantine,
        async save(batch) {
          check();
          await store.save(batch);
          generation.waiting.tell(batch.to);
          if (generation.state === 'live') waiting.tell(batch.to);
        },
        async halt(halt) {
          check();
          generation.halt = halt;
        },
        async giveWayTo(next) {
          check();
          const successor = generationOf(definition, next);
          if (generation.state !== 'live' || successor === generation)
            throw new TypeError(`${generation.id} is not live, or ${next} is`);
          Object.assign(generation, { state: 'retired', holder: undefined });
          successor.state = 'live';
          waiting.tell(successor.store.at);
        },
        async [Symbol.asyncDispose]() {
          if (generation.holder === holder) generation.holder = undefined;
        },
      } satisfies ReadModelWriter<Body>;
    },

    async generations() {
      const all = [...models.values()].flatMap(({ generations }) => generations);
      const shown = all.map(({ id, name, version, state, store, holder, halt }) => ({
        ...{ id, name, version, state, position: store.at, held: holder !== undefined },
        ...(halt ? { halt } : {}),
      }));
      return shown.sort((one, other) => (one.id < other.id ? -1 : 1));
    },

    async begin(definition) {
      const begun = add(modelOf(definition), definition, 'candidate');
      begun.holder = Symbol('whoever begins it takes it at once');
      return begun.id;
    },

    async drop(definition, id) {
      const { generations } = modelOf(definition);
      const dropped = generationOf(definition, id);
      if (dropped.state === 'live') throw new TypeError(`${id} is live`);
      dropped.holder = undefined;
      dropped.waiting.close();
      generations.splice(generations.indexOf(dropped), 1);
    },

    async [Symbol.asyncDispose]() {
      for (const { waiting, generations } of models.values())
        for (const each of [waiting, ...generations.map((one) => one.waiting)]) each.close();
    },
  };
}
