import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { chart } from './chart.ts';
import type { Measured, Part, Ratio, Size } from './part.ts';
import { versionOf } from './versions.ts';

/** What is kept of a run: figures and what they were taken with, and nothing of the machine but its cores. */
export interface Result extends Omit<Measured, 'servers'> {
  readonly part: string;
  readonly title: string;
  readonly size: Size;
  readonly cores: number;
  /** How many programs ran or wanted to, in the minute before the part ended: the bench's own and others. */
  readonly load?: number;
  readonly versions: Readonly<Record<string, string>>;
}

const importer = import.meta.resolve('../packages/common/src/index.ts');

export function resultOf(
  { name, title, versions }: Part,
  size: Size,
  { rows, ratios, servers = {} }: Measured,
): Result {
  const node = ['node', process.versions.node] as const;
  const driver = ['mongodb', versionOf('mongodb', importer)] as const;
  return {
    part: name,
    title,
    size,
    cores: availableParallelism(),
    load: significant(loadavg()[0] ?? Number.NaN),
    versions: { ...Object.fromEntries([node, driver, ...versions]), ...servers },
    rows: rows.map((row) => ({ ...row, figures: rounded(row.figures) })),
    ratios: ratios.map(roundedRatio),
  };
}

/** Writes `<part>.json` and `<part>.svg`. */
export function keep(result: Result, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${result.part}.json`), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(join(folder, `${result.part}.svg`), chart(result));
}

function rounded(figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([unit, figure]) => [unit, significant(figure)]));
}

function roundedRatio(ratio: Ratio): Ratio {
  return { ...ratio, ratio: significant(ratio.ratio), low: significant(ratio.low), high: significant(ratio.high) };
}

function significant(figure: number): number {
  return Number(figure.toPrecision(3));
}
