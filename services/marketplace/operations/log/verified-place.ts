import type { CursorPosition, EventLog, ReadModels, StoredCommits } from '@boxoffice/common';

/** Everything that is looked at when a market is verified. */
export interface VerifiedPlace {
  readonly stored: StoredCommits;
  readonly readModels: ReadModels;
  /** The read models are those of the market; without, there is nothing to compare a fold of the log with. */
  readonly isKept: boolean;
  /** Opens the log, once. */
  log(): Promise<EventLog>;
  cursors(): Promise<CursorPosition[]>;
}
