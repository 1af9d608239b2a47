import {
  type CursorPosition,
  type EventLog,
  type ReadModels,
  StartError,
  type StoredCommits,
  type Vault,
} from '@boxoffice/common';

/** Where a market keeps its log. */
export interface Place extends AsyncDisposable {
  /** In a folder, read models are in the memory of the market: these are empty at first. */
  readonly kind: 'folder' | 'mongodb';
  readonly name: string;
  readonly stored: StoredCommits;
  readonly readModels: ReadModels;
  /** Opens the log, once. */
  log(): Promise<EventLog>;
  cursors(): Promise<CursorPosition[]>;
  /** The people of the market. */
  vault(): Promise<Vault>;
  /**
   * What hides their addresses in the log.
   * @throws {StartError} it is not known here
   */
  emailKey(): string;
}

/** There is no market where one was looked for. */
export class PlaceError extends StartError {}
