const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

/** Milliseconds after each failed attempt until the next: three days in all. */
export const WAITS = [
  ...[5 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE],
  ...[2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 20 * HOUR],
] as const;

/** How much longer a wait may be, so that what failed together does not come back together. */
const JITTER = 0.1;

/** When to try again after so many attempts; nothing when it is to be given up. */
export function nextAttempt(tries: number, now: string, random: () => number = Math.random): string | undefined {
  const wait = WAITS[tries - 1];
  if (wait === undefined) return undefined;
  return new Date(Date.parse(now) + Math.round(wait * (1 + JITTER * random()))).toISOString();
}
