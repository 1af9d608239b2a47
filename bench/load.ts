import { median, percentile } from './part.ts';

export interface Figures {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
}

export interface Load {
  readonly clients: number;
  /** Of each round. */
  readonly seconds: number;
  readonly rounds: number;
}

/**
 * Loads each peer in turn, round after round, and beginning with another one each time: what disturbs the machine
 * disturbs all of them alike. Each gets a while that does not count.
 */
export async function sideBySide<Name extends string>(
  peers: Readonly<Record<Name, (clients: number, seconds: number) => Promise<Figures>>>,
  { clients, seconds, rounds }: Load,
): Promise<Record<Name, Figures[]>> {
  const names = Object.keys(peers) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, [] as Figures[]])) as Record<Name, Figures[]>;
  for (let round = 0; round < rounds; round += 1)
    for (const [turn] of names.entries()) {
      const name = names[(turn + round) % names.length] as Name;
      await peers[name](clients, seconds / 4);
      found[name].push(await peers[name](clients, seconds));
    }
  return found;
}

/** Does something over and over, `clients` at once, each as soon as it has been answered. */
export function over(once: () => Promise<unknown>): (clients: number, seconds: number) => Promise<Figures> {
  return async (clients, seconds) => {
    const began = performance.now();
    const times = await during(seconds, clients, once);
    return figuresOf(times, (performance.now() - began) / 1000);
  };
}

/** How long each time took, in milliseconds. */
export async function during(seconds: number, clients: number, once: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  async function client(): Promise<void> {
    do {
      const began = performance.now();
      await once();
      times.push(performance.now() - began);
    } while (performance.now() < end);
  }
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

export function figuresOf(times: readonly number[], seconds: number): Figures {
  const sorted = times.toSorted((one, other) => one - other);
  return { perSecond: times.length / seconds, median: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}

/** A row of the medians of all rounds. */
export function rowOf(group: string, name: string, rounds: readonly Figures[]) {
  const of = (figure: keyof Figures) => median(rounds.map((found) => found[figure]));
  return { group, name, figures: { 'a second': of('perSecond'), 'median ms': of('median'), 'p99 ms': of('p99') } };
}
