import { setTimeout as delay } from 'node:timers/promises';
import type { ReadModel } from '../../packages/common/src/index.ts';
import { figuresOf } from '../load.ts';
import { median, type Part, ratioOf, type Size } from '../part.ts';
import { newListing } from '../tickets.ts';
import { versionOf } from '../versions.ts';
import { arrivals } from './arrivals.ts';
import { startChain } from './chain.ts';
import { type Stages, stages, stagesOfCommits } from './stages.ts';

const PER_SECOND = 500;

const sizes: Record<Size, { seconds: number; rounds: number }> = {
  smoke: { seconds: 0.2, rounds: 1 },
  usual: { seconds: 5, rounds: 4 },
  large: { seconds: 20, rounds: 5 },
};

const importer = import.meta.resolve('../../packages/common/src/index.ts');

/** Milliseconds from the beginning of a command until a reader sees it, at a steady load. */
export const lag: Part = {
  name: 'lag',
  title: `From append to read model, ${PER_SECOND} commands a second`,
  versions: [['node-nats-streaming', versionOf('node-nats-streaming', importer)]],
  async run(size) {
    const { seconds, rounds } = sizes[size];
    let current = stagesOfCommits();
    await using chain = await startChain((stage, position) => current.note(stage, position));
    const { log, reader } = chain;
    let tickets = 0;
    async function list(): Promise<void> {
      const began = performance.now();
      const { commit } = await log.append(newListing(tickets++));
      current.begin(commit.position, began);
    }

    await arrivals(PER_SECOND, seconds / 4, list);
    if (!(await reader.reached(await log.head(), 20_000))) throw new Error('the read model does not follow the log');
    const found: Stages[] = [];
    for (let round = 0; round < rounds; round += 1) {
      current = stagesOfCommits();
      found.push(current);
      const from = await log.head();
      const arriving = arrivals(PER_SECOND, seconds, list);
      await Promise.all([arriving, watch(reader, current, from, arriving)]);
    }
    return { ...measured(found, seconds), servers: chain.servers };
  },
};

/** Looks at the read model over and over, as a reader who waits does, until everything is there. */
async function watch(reader: ReadModel<unknown>, round: Stages, from: number, arriving: Promise<void>): Promise<void> {
  let [position, isArriving] = [from, true];
  const over = () => {
    isArriving = false;
  };
  arriving.then(over, over);
  const deadline = performance.now() + 120_000;
  while (isArriving || round.unseen() > 0) {
    const present = await reader.position();
    round.seen(position, present);
    position = Math.max(position, present);
    if (performance.now() > deadline) throw new Error('the read model does not follow the log');
    await delay(1);
  }
}

function measured(found: readonly Stages[], seconds: number) {
  const figures = stages.map((stage) => ({ stage, rounds: found.map((one) => figuresOf(one.times(stage), seconds)) }));
  const of = (stage: (typeof stages)[number], figure: 'median' | 'p99') =>
    figures.find((one) => one.stage === stage)?.rounds.map((round) => round[figure]) ?? [];
  const appends = ['the median of an append', of('acknowledged', 'median')] as const;
  return {
    rows: stages.map((stage) => ({
      group: 'since the command began',
      name: stage,
      figures: { 'p99 ms': median(of(stage, 'p99')), 'median ms': median(of(stage, 'median')) },
    })),
    ratios: [
      ratioOf(['visible, p99', of('visible', 'p99')], appends, { sense: '≤', ratio: 5 }),
      ratioOf(['visible, median', of('visible', 'median')], appends),
    ],
  };
}
