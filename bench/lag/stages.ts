import type { EventBus } from '../../packages/common/src/index.ts';

/** What a commit passes on its way, in order. */
export const stages = ['acknowledged', 'handed to the bus', 'delivered', 'visible'] as const;
export type Stage = (typeof stages)[number];

/** Notes when each commit has passed each stage. */
export function stagesOfCommits() {
  const began = new Map<number, number>();
  const passed = new Map(stages.map((stage) => [stage, new Map<number, number>()]));

  function note(stage: Stage, position: number): void {
    const times = passed.get(stage);
    if (times && !times.has(position)) times.set(position, performance.now());
  }

  return {
    note,
    begin(position: number, at: number): void {
      began.set(position, at);
      note('acknowledged', position);
    },
    /** Commits that have been acknowledged and have not been seen in the read model. */
    unseen: () => began.size - (passed.get('visible')?.size ?? 0),
    /** Everything up to a position has been seen. */
    seen(from: number, to: number): void {
      for (let position = from + 1; position <= to; position += 1) note('visible', position);
    },
    /** Milliseconds from the beginning of the append of each commit. */
    times(stage: Stage): number[] {
      const times = passed.get(stage);
      return [...began].flatMap(([position, at]) => {
        const time = times?.get(position);
        return time === undefined ? [] : [time - at];
      });
    },
  };
}

export type Stages = ReturnType<typeof stagesOfCommits>;

/** The same bus, which tells what passes it. */
export function watchedBus(bus: EventBus, note: (stage: Stage, position: number) => void): EventBus {
  return {
    ...bus,
    publish(commit) {
      note('handed to the bus', commit.position);
      return bus.publish(commit);
    },
    subscribe: (name, handler) =>
      bus.subscribe(name, (commit) => {
        note('delivered', commit.position);
        return handler(commit);
      }),
  };
}
