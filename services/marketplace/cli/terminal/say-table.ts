import Table from 'cli-table3';
import { printable, say } from './say.ts';

const sides = ['top', 'bottom', 'left', 'right', 'mid'] as const;
const corners = ['top-mid', 'top-left', 'top-right', 'bottom-mid', 'bottom-left', 'bottom-right'] as const;
const crossings = ['left-mid', 'mid-mid', 'right-mid'] as const;
const none = Object.fromEntries([...sides, ...corners, ...crossings].map((name) => [name, '']));

/** Columns under their names, without boxes. */
export function sayTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const style = { 'padding-left': 0, 'padding-right': 0, head: [], border: [] };
  const table = new Table({ head: [...head], chars: { ...none, middle: '  ' }, style });
  for (const row of rows) table.push(row.map((cell) => printable(String(cell)).replaceAll('\n', ' ')));
  for (const line of table.toString().split('\n')) say(line.trimEnd());
}
