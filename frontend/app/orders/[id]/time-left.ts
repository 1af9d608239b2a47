/** `14:59`; what is left of a second counts as one, so that nought means over. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What is worth saying aloud, by the key of its words: it changes a few times in all, not every second. */
export function milestone(milliseconds: number): 'fiveMinutes' | 'oneMinute' | 'halfMinute' | 'ended' | undefined {
  if (milliseconds <= 0) return 'ended';
  if (milliseconds <= 30_000) return 'halfMinute';
  if (milliseconds <= 60_000) return 'oneMinute';
  if (milliseconds <= 5 * 60_000) return 'fiveMinutes';
  return undefined;
}
