/** By the time at which the server made a page: how far its clock was ahead when the page was shown first. */
const known = new Map<number, number>();

/**
 * By how many milliseconds the server's clock is ahead of the reader's. A page that is shown again, as by going back,
 * says a time that is long over: what it meant when it was new holds.
 */
export function serverAhead(madeAt: number, now: number): number {
  const ahead = known.get(madeAt) ?? madeAt - now;
  known.set(madeAt, ahead);
  return ahead;
}
