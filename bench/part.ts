/** How much a part does: `smoke` only shows that it works, `large` adds what takes minutes. */
export type Size = 'smoke' | 'usual' | 'large';

/** One thing that is measured beside its peers. It ends by itself and leaves nothing running. */
export interface Part {
  readonly name: string;
  readonly title: string;
  /** What it is measured with, besides Node and MongoDB's driver. */
  readonly versions: readonly (readonly [name: string, version: string])[];
  run(size: Size): Promise<Measured>;
}

export interface Measured {
  readonly rows: readonly Row[];
  readonly ratios: readonly Ratio[];
  /** The servers that were used, with their versions. */
  readonly servers?: Readonly<Record<string, string>>;
}

/** The figures of one peer, by their units. The first is drawn. */
export interface Row {
  /** What is compared with what: the rows of one group were measured side by side. */
  readonly group: string;
  readonly name: string;
  readonly figures: Readonly<Record<string, number>>;
}

export interface Goal {
  readonly sense: '≥' | '≤';
  readonly ratio: number;
}

/** One figure against another of the same run: the median of its rounds, and the lowest and the highest of them. */
export interface Ratio {
  readonly what: string;
  readonly against: string;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly goal?: Goal;
  readonly reached?: boolean;
}

/** The ratio of what was measured in the same rounds. */
export function ratioOf(
  [what, figures]: readonly [string, readonly number[]],
  [against, peers]: readonly [string, readonly number[]],
  goal?: Goal,
): Ratio {
  const ratios = figures.map((figure, round) => figure / (peers[round] ?? Number.NaN)).toSorted((a, b) => a - b);
  const ratio = median(ratios);
  const found = { what, against, ratio, low: ratios.at(0) ?? ratio, high: ratios.at(-1) ?? ratio };
  if (!goal) return found;
  return { ...found, goal, reached: goal.sense === '≥' ? ratio >= goal.ratio : ratio <= goal.ratio };
}

export function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((one, other) => one - other),
    0.5,
  );
}

/** Of values in order: the one below which this part of them lies. */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
}
