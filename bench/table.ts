import type { Ratio, Row } from './part.ts';
import type { Result } from './results.ts';

/** What a result says, as text for a terminal. */
export function table({ title, rows, ratios }: Pick<Result, 'title' | 'rows' | 'ratios'>): string {
  const units = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const cells = rows.map(({ group, name, figures }) => [group, name, ...units.map((unit) => shown(figures[unit]))]);
  return [title, '', ...aligned([['', '', ...units], ...cells]), '', ...ratios.map(sentence), ''].join('\n');
}

/** `event log, 64 clients: 3.6 × bare insertOne, 64 clients (3.1 to 3.9), goal ≥ 5: missed` */
export function sentence({ what, against, ratio, low, high, goal, reached }: Ratio): string {
  const verdict = goal ? `, goal ${goal.sense} ${goal.ratio}: ${reached ? 'reached' : 'missed'}` : '';
  return `${what}: ${shown(ratio)} × ${against} (${shown(low)} to ${shown(high)})${verdict}`;
}

export function shown(figure: number | undefined): string {
  return figure === undefined ? '' : figure.toLocaleString('en', { maximumSignificantDigits: 3 });
}

/** The groups' names only where they change. */
export function groupsOnce(rows: readonly Row[]): string[] {
  return rows.map(({ group }, n) => (rows[n - 1]?.group === group ? '' : group));
}

function aligned(lines: readonly string[][]): string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
