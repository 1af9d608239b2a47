/** A document of a read model. `position` is that of the last commit that changed it. */
export type Document<Body> = Body & { readonly _id: string; readonly position: number };

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
}

/** What one batch of commits makes of a read model. */
export interface Batch<Body> {
  /** The checkpoint it was computed from. */
  readonly from: number;
  readonly to: number;
  readonly puts: readonly Document<Body>[];
  readonly deletes: readonly string[];
}

/** Writes a read model. Its projector holds it alone: disposing of it lets another have it. */
export interface ReadModelWriter<Body> extends AsyncDisposable {
  checkpoint(): Promise<number>;
  load(ids: readonly string[]): Promise<Map<string, Document<Body>>>;
  /**
   * Documents and checkpoint, all at once or not at all.
   * @throws {CheckpointMovedError} the checkpoint is not at `from` any more: another projector was here, or is now
   */
  save(batch: Batch<Body>): Promise<void>;
}

/** Where read models are kept. One suite (`read-models.suite.ts`) holds every store to the same behaviour. */
export interface ReadModels extends AsyncDisposable {
  reader<Body>(definition: ReadModelDefinition): ReadModel<Body>;
  /**
   * Waits until nobody else writes the model, and takes it.
   * @throws the signal's reason, when it is aborted before
   */
  writer<Body>(definition: ReadModelDefinition, signal?: AbortSignal): Promise<ReadModelWriter<Body>>;
}

export class CheckpointMovedError extends Error {
  constructor(name: string, expected: number, actual: number) {
    super(`read model ${name} was expected at position ${expected} and is at ${actual}`);
    this.name = 'CheckpointMovedError';
  }
}
