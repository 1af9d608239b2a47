/** The end of a help text. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ pnpm boxoffice ${line}`).join('\n')}`;
}
