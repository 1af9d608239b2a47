/**
 * A document of a read model. `position` is that of the last commit that changed it. `stale`: its key is in
 * quarantine, and it shows what was so before.
 */
export type Document<Body> = Body & { readonly _id: string; readonly position: number; readonly stale?: true };

/** A MongoDB filter: field paths, literal values, and operators (`$gte`, `$all`, `$regex` …). */
export type Filter = Readonly<Record<string, unknown>>;

export interface FindOptions {
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  readonly limit?: number;
}

/** What a read model is called and how it is found quickly. */
export interface ReadModelDefinition {
  readonly name: string;
  /** Another version is another collection: shape or fold have changed, and it is built anew from the log. */
  readonly version: number;
  /** As MongoDB has them; other stores may use them or not. */
  readonly indexes?: readonly ReadModelIndex[];
}

export interface ReadModelIndex {
  readonly key: Readonly<Record<string, 1 | -1>>;
  /** Only documents with these values are in it. */
  readonly partial?: Readonly<Record<string, string | number>>;
}

/** Asks a read model, in MongoDB's query language on every store. */
export interface ReadModel<Body> {
  get(id: string): Promise<Document<Body> | undefined>;
  find(filter: Filter, options?: FindOptions): Promise<Document<Body>[]>;
  /** Counts at most `limit` documents. */
  count(filter: Filter, limit: number): Promise<number>;
  aggregate<Row>(pipeline: readonly Filter[]): Promise<Row[]>;
  /** The position of the last commit it reflects. */
  position(): Promise<number>;
  /** Waits until it reflects a position; `false` when it does not within the time. */
  reached(position: number, timeoutMs: number): Promise<boolean>;
  /** The keys whose documents are not kept up, in the order of their positions. */
  quarantine(): Promise<Quarantined[]>;
}

/** A key whose document could not take an event in. Nothing more is folded into it until an operator has seen to it. */
export interface Quarantined {
  readonly key: string;
  /** Of the commit that it could not take in. */
  readonly position: number;
  readonly reason: string;
  /** When that commit was appended. */
  readonly at: string;
}

/** Why a projector has stopped: an event that no document of its model could take in. */
export interface Halt {
  readonly position: number;
  readonly reason: string;
}

/** What one batch of commits makes of a read model. */
export interface Batch<Body> {
  /** The checkpoint it was computed from. */
  readonly from: number;
  readonly to: number;
  readonly puts: readonly Document<Body>[];
  readonly deletes: readonly string[];
  /** Keys that go into quarantine. */
  readonly quarantined?: readonly Quarantined[];
  /** Keys that come out of it. */
  readonly released?: readonly string[];
}

/** Writes one generation of a read model. Its projector holds it alone: disposing of it lets another have it. */
export interface ReadModelWriter<Body> extends AsyncDisposable {
  readonly generation: string;
  /** @throws {SupersededError} */
  checkpoint(): Promise<number>;
  load(ids: readonly string[]): Promise<Map<string, Document<Body>>>;
  quarantine(): Promise<Quarantined[]>;
  /**
   * Documents, quarantine and checkpoint, all at once or not at all.
   * @throws {CheckpointMovedError} the checkpoint is not at `from`
   * @throws {SupersededError} somebody else writes the generation by now
   */
  save(batch: Batch<Body>): Promise<void>;
  /**
   * Makes a note of why nothing more is taken in. It is gone when the generation is taken again.
   * @throws {SupersededError}
   */
  halt(halt: Halt): Promise<void>;
  /**
   * Makes another generation the live one in the place of this, which is retired, at once.
   * @throws {SupersededError} somebody else writes this one by now; nothing has changed
   * @throws {TypeError} this one is not live, or there is no such other one
   */
  giveWayTo(generation: string): Promise<void>;
}

/**
 * One build of a read model. `candidate`: being built beside the live one, `live`: queries are answered from it,
 * `retired`: the one before, as it was left.
 */
export interface Generation {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly state: 'candidate' | 'live' | 'retired';
  readonly position: number;
  /** Somebody keeps it up at present. */
  readonly held: boolean;
  readonly halt?: Halt | undefined;
}

export interface WriterOptions {
  /** The live one without; always the one that is live by then, when one has to wait for it. */
  readonly generation?: string;
  /** Takes it at once, from whoever holds it: they cannot write any more. */
  readonly seize?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Where read models are kept. One suite (`read-models.suite.ts`) holds every store to the same behaviour.
 *
 * Each version of a model has one live generation, which its readers and its projector follow, and may have others.
 */
export interface ReadModels extends AsyncDisposable {
  /** Asks the live generation, whichever it is by then, or a certain one. */
  reader<Body>(definition: ReadModelDefinition, generation?: string): ReadModel<Body>;
  /**
   * Waits until nobody else writes the generation, and takes it. A model that has none gets its first, a live one.
   * @throws {TypeError} there is no such generation
   * @throws the signal's reason, when it is aborted before
   */
  writer<Body>(definition: ReadModelDefinition, options?: WriterOptions): Promise<ReadModelWriter<Body>>;
  /** All there are, in the order of their ids. */
  generations(): Promise<Generation[]>;
  /**
   * A new generation, empty, a candidate. Its name has never been another's. For some seconds it counts as held: to take
   * it is to seize it.
   */
  begin(definition: ReadModelDefinition): Promise<string>;
  /**
   * Removes a generation.
   * @throws {TypeError} it is live
   */
  drop(definition: ReadModelDefinition, generation: string): Promise<void>;
}

/** Somebody else holds it by now. */
export class SupersededError extends Error {
  constructor(name: string) {
    super(`${name} is held by another process now`);
    this.name = 'SupersededError';
  }
}

export class CheckpointMovedError extends Error {
  constructor(name: string, expected: number, actual: number) {
    super(`read model ${name} was expected at position ${expected} and is at ${actual}`);
    this.name = 'CheckpointMovedError';
  }
}
