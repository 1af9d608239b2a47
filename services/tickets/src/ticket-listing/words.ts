/** Text as search sees it: without case and accents (`Zoë`, `ZOE` → `zoe`, `Straße` → `strasse`). */
export function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase().toLowerCase();
}

/** The words of a text, folded, each once, in order. */
export function words(text: string): string[] {
  return [...new Set(folded(text).match(/[\p{L}\p{N}]+/gu) ?? [])];
}
