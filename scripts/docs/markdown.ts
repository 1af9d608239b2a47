/** Stands at the top of each generated page. */
export const NOTICE = '<!-- Written by `scripts/docs.ts`; a test compares. Change the code or the generator. -->';

/** A table of Markdown. Bars inside cells are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function code(text: string | number): string {
  return `\`${text}\``;
}
