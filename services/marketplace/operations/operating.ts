import type { Clock, EventLog, ReadModels } from '@boxoffice/common';
import type { OperationStage } from '@boxoffice/contracts';

/** What operators work on. */
export interface Operating {
  readonly clock: Clock;
  readonly log: EventLog;
  /** Those of the market, or what this build makes of the log where they are in the memory of another process. */
  readonly readModels: ReadModels;
}

/** How far a stage of an operation has come, as somebody is shown it. */
export interface Shown extends Disposable {
  show(done: number, of: number): void;
}

/** Begins to show a stage. `of` is what it works on: a generation, or the log. */
export type ShowStage = (stage: OperationStage, of: string) => Shown;

/** An operation that takes its time, while somebody waits for it. */
export interface Underway extends Operating {
  readonly showStage: ShowStage;
  readonly signal: AbortSignal;
  /** Commits that are folded at a time, in a process that has other things to do. */
  readonly page?: number;
}

/** What building and bringing up a generation shows of itself. */
export function building({ log, readModels, signal, page }: Underway, shown: Shown) {
  const onProgress = ({ position, head }: { position: number; head: number }) => shown.show(position, head);
  return { log, readModels, signal, onProgress, ...(page === undefined ? {} : { page }) };
}
