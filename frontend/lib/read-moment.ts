import { toInstant } from './show-time.ts';

/** A moment to look back to: as it was typed, in UTC, and what it means. */
export interface Moment {
  readonly typed: string | undefined;
  readonly instant: string | undefined;
  readonly isWrong: boolean;
}

/** Reads what an `<input type="datetime-local">` sends. */
export function readMoment(typed: string | undefined): Moment {
  if (typed === undefined || typed === '') return { typed: undefined, instant: undefined, isWrong: false };
  try {
    return { typed, instant: toInstant(typed, 'UTC'), isWrong: false };
  } catch {
    return { typed, instant: undefined, isWrong: true };
  }
}
