import type { Row } from './part.ts';
import { groupsOnce, shown } from './table.ts';

const [WIDTH, LABELS, LINE, TOP] = [720, 260, 24, 56];
/** Room for the figure beside the longest bar. */
const FIGURE = 80;

const style = `
    text { font: 13px system-ui, sans-serif; fill: #24292f }
    .title { font-weight: 600 }
    .bar { fill: #5b7fb5 }
    .ours { fill: #2f6f4f }
    @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .bar { fill: #7d9fd1 } .ours { fill: #56b483 } }`;

/** A bar for the first figure of each row, longer for more. Readable on white and on black. */
export function chart({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }): string {
  const unit = Object.keys(rows[0]?.figures ?? {})[0] ?? '';
  const most = Math.max(...rows.map((row) => row.figures[unit] ?? 0));
  const groups = groupsOnce(rows);
  let y = TOP;
  const parts = rows.map(({ name, figures }, n) => {
    if (groups[n]) y += LINE;
    const above = groups[n] ? text(8, y - 6, groups[n], 'title') : '';
    const figure = figures[unit] ?? 0;
    const width = Math.max(1, (figure / most) * (WIDTH - LABELS - FIGURE));
    const fill = name.startsWith('event log') || name.startsWith('ours') ? 'ours' : 'bar';
    const bar = `<rect class="${fill}" x="${LABELS}" y="${y}" width="${width.toFixed(1)}" height="${LINE - 6}" rx="2"/>`;
    const row = text(20, y + 13, name) + bar + text(LABELS + width + 6, y + 13, shown(figure));
    y += LINE;
    return above + row;
  });
  const head = text(8, 20, title, 'title') + text(8, 40, unit);
  const box = `viewBox="0 0 ${WIDTH} ${y + 8}" width="${WIDTH}" height="${y + 8}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box} role="img" aria-label="${escaped(title)}">
  <style>${style}
  </style>
  ${[head, ...parts].join('\n  ')}
</svg>
`;
}

function text(x: number, y: number, words: string, type?: string): string {
  return `<text x="${x.toFixed(0)}" y="${y}"${type ? ` class="${type}"` : ''}>${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
