/** `14:59`; what is left of a second counts as one, so that nought means over. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What is worth saying aloud: it changes a few times in all, not every second. */
export function milestone(milliseconds: number): string {
  if (milliseconds <= 0) return 'The time to pay is up.';
  if (milliseconds <= 60_000) return 'Less than a minute left to pay.';
  if (milliseconds <= 5 * 60_000) return 'Less than five minutes left to pay.';
  return '';
}
