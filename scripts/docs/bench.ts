import { existsSync, readFileSync } from 'node:fs';
import { parts } from '../../bench/parts.ts';
import type { Result } from '../../bench/results.ts';
import { groupsOnce, shown } from '../../bench/table.ts';
import { NOTICE, table } from './markdown.ts';

/** The figures that were measured last, from `bench/results/*.json`. */
export function benchPage(): string {
  const sections = parts.flatMap(({ name }) => {
    const file = new URL(`../../bench/results/${name}.json`, import.meta.url);
    return existsSync(file) ? [sectionOf(JSON.parse(readFileSync(file, 'utf8')))] : [];
  });
  return `${[NOTICE, '# What was measured last', intro, ...sections].join('\n\n')}\n`;
}

const intro = `What the rows mean, and how to measure again: [the bench](../README.md). A ratio is the median of its rounds; the
lowest and the highest of them stand beside it.`;

function sectionOf({ part, title, rows, ratios, cores, load, versions }: Result): string {
  const units = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const groups = groupsOnce(rows);
  const figures = rows.map((row, n) => [groups[n] ?? '', row.name, ...units.map((unit) => shown(row.figures[unit]))]);
  const found = ratios.map(({ what, against, ratio, low, high, goal, reached }) => [
    what,
    against,
    shown(ratio),
    `${shown(low)} to ${shown(high)}`,
    goal ? `${goal.sense} ${goal.ratio}` : '',
    goal ? (reached ? 'reached' : 'missed') : '',
  ]);
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `## ${title}`,
    `![${title}](${part}.svg)`,
    table(['', '', ...units], figures),
    table(['ratio of', 'to', 'is', 'rounds', 'goal', ''], found),
    `On ${cores} cores, with ${used.join(', ')}. ${load === undefined ? 'The load was not noted.' : `Load: ${load}.`}`,
  ].join('\n\n');
}
