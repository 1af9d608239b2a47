/** How far a reaction has come. Whoever has it is the only one that has it. */
export interface Cursor extends AsyncDisposable {
  /** Where it was when it was taken; 0 for one that has never been saved. */
  readonly position: number;
  save(position: number): Promise<void>;
  /**
   * For what must be done by one process at a time and saves nothing.
   * @throws {SupersededError} somebody else has it by now
   */
  confirm(): Promise<void>;
}

/** How far something that works on the log has come. */
export interface CursorPosition {
  readonly name: string;
  readonly position: number;
}

/** The cursors of reactions: durable, and never set back by a rebuild. */
export interface Cursors extends AsyncDisposable {
  /**
   * Waits until nobody else has the cursor, and takes it.
   * @throws the signal's reason, when it is aborted before
   */
  take(name: string, signal?: AbortSignal): Promise<Cursor>;
  /** All that were ever taken, in the order of their names. */
  positions(): Promise<CursorPosition[]>;
}
