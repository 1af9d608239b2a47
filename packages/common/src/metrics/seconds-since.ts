/** Seconds since a moment that a clock has written down; 0 when that clock was ahead of this one. */
export function secondsSince(at: string): number {
  return Math.max(0, Date.now() - Date.parse(at)) / 1000;
}
