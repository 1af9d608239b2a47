/** Shorter names are too often one letter away from something else. */
const SHORTEST = 6;

/** What is set under a name that nobody reads, but for which a slip made another name of one that somebody reads. */
export function misspelt(given: readonly string[], known: readonly string[]): { wrong: string; right: string }[] {
  const missing = known.filter((key) => key.length >= SHORTEST && !given.includes(key));
  return given
    .filter((wrong) => !known.includes(wrong))
    .flatMap((wrong) => missing.filter((right) => isSlip(wrong, right)).map((right) => ({ wrong, right })));
}

/** In another case; or a letter is missing, is one too many, is another one, or has changed places with the next. */
function isSlip(wrong: string, right: string): boolean {
  if (wrong.toUpperCase() === right) return true;
  const at = [...right].findIndex((letter, index) => wrong[index] !== letter);
  if (at < 0) return wrong.length === right.length + 1;
  const swapped = `${right.slice(0, at)}${right[at + 1] ?? ''}${right[at]}${right.slice(at + 2)}`;
  return (
    wrong === swapped ||
    wrong.slice(at) === right.slice(at + 1) ||
    wrong.slice(at + 1) === right.slice(at) ||
    wrong.slice(at + 1) === right.slice(at + 1)
  );
}
