import type { Notice } from '../notice/notice.ts';

/** A notice that has not been dealt with. */
export interface Waiting extends Notice {
  /** How often it has been begun. */
  readonly attempts: number;
}

/**
 * What became of it. `given-up`: it was refused for good, or tried for as long as it was news. `nobody`: there is no
 * such person any more.
 */
export type Fate = 'sent' | 'given-up' | 'nobody';

/**
 * The notices that are to be sent and those that were, by their ids. It holds no address and no word of a mail. What it
 * has taken or put down is there after a crash.
 */
export interface Outbox extends AsyncDisposable {
  /** Takes them in; one that it has, or has had, stays as it is. */
  put(notices: readonly Notice[]): Promise<void>;
  /** Those whose time has come, the one that has waited longest first. */
  due(now: string, limit: number): Promise<Waiting[]>;
  /**
   * Begins an attempt, before anything is handed over: nobody else begins one before `until`, not even after a crash.
   * Answers `false` when somebody else has begun one.
   */
  claim(waiting: Waiting, until: string): Promise<boolean>;
  /** It is to be tried again, then. */
  postpone(id: string, until: string): Promise<void>;
  settle(id: string, fate: Fate): Promise<void>;
  /** How many wait. */
  waiting(): Promise<number>;
  /** Erases all that is for this person. */
  forget(userId: string): Promise<void>;
}
