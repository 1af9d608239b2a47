/** Text as search sees it: without case and accents (`Zoë`, `ZOE` → `zoe`, `Straße` → `strasse`). */
export function folded(text: string): string {
  const letters = text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  // `ß` and `ẞ` meet at `SS` alone. A sigma looks different at the end of a word, and what is being typed ends anywhere.
  return letters.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** The words of a text, folded, each once, in order. */
export function words(text: string): string[] {
  return [...new Set(folded(text).match(/[\p{L}\p{N}]+/gu) ?? [])];
}
