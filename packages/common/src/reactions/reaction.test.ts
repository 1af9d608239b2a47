import { beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { type CommandContext, fold, handle, type Load } from '../commands.ts';
import { inProcessEventBus } from '../event-bus/in-process.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { openSqliteEventLog } from '../event-log/sqlite.ts';
import { type CounterEvent, command, counter, counterEvents } from '../testing/counter.ts';
import { sampled } from '../testing/sampled.ts';
import type { Cursors } from './cursors.ts';
import { type Reacted, type Reaction, startReaction } from './reaction.ts';
import { openSqliteCursors } from './sqlite.ts';

let log: EventLog;
let cursors: Cursors;
beforeEach(() => {
  log = openSqliteEventLog(':memory:');
  cursors = openSqliteCursors(':memory:');
});

const count = (id: string, by: number) => async (load: Load) => {
  const loaded = await load(counter, id);
  loaded.emit(counter.decide({ id, by }, loaded.state));
};

/** Counts in `echo` whatever is counted elsewhere; resolves when it has dealt with that many events. */
function echo(times: number, crash: (call: number) => boolean = () => false) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const contexts: CommandContext[] = [];
  const reaction: Reaction<CounterEvent> = {
    name: 'echo',
    events: [counterEvents],
    async react(event, context) {
      if (event.type !== 'Counted' || event.data.id === 'echo') return;
      contexts.push(context);
      await handle(log, context, count('echo', event.data.by));
      if (crash(contexts.length)) throw new Error('killed between the effect and the checkpoint');
      if (contexts.length >= times) resolve();
    },
  };
  return { reaction, contexts, done: promise };
}

const options = () => ({
  log,
  bus: inProcessEventBus(),
  cursors,
  clock: systemClock,
  onError: () => undefined,
  pollMs: 10,
});
const echoed = async () => (await fold(log, counter, 'counter-echo')).state.total;

describe('a reaction', () => {
  test('is not told of events that do not concern it', async () => {
    await handle(log, command('1'), count('a', 5));
    await handle(log, command('2'), count('a', 7));
    const { reaction, contexts, done } = echo(1);
    const concerns = ({ type, data }: CounterEvent) => type === 'Counted' && data.by === 7;
    await using _running = startReaction({ reaction: { ...reaction, concerns }, ...options() });
    await done;
    expect(await echoed()).toBe(7);
    expect(contexts.map(({ commandId }) => commandId)).toEqual(['echo:2.0']);
  });

  test('makes a command of each event, named and caused by the event', async () => {
    await handle(log, command('1'), count('a', 5));
    const { reaction, contexts, done } = echo(1);
    await using _running = startReaction({ reaction, ...options() });
    await done;
    expect(await echoed()).toBe(5);
    expect(contexts[0]).toMatchObject({ commandId: 'echo:1.0', causationId: '1', correlationId: 'correlation' });
    expect(contexts[0]?.actor).toBe('system:echo');
  });

  test('has its effect once, though it dies between the effect and its checkpoint', async () => {
    await handle(log, command('1'), count('a', 5));
    const { reaction, done } = echo(3, (call) => call <= 2);
    await using _running = startReaction({ reaction, ...options() });
    await done;
    expect(await echoed()).toBe(5);
  });

  test('tells what it has carried out and what led to it, and nothing of events that led to nothing', async () => {
    await handle(log, command('1'), count('a', 5));
    await handle(log, command('2'), count('b', 7));
    const { reaction } = echo(2);
    const told: Reacted[] = [];
    await using _running = startReaction({ reaction, ...options(), onReacted: (reacted) => told.push(reacted) });
    await expect.poll(() => sampled('boxoffice_reaction_position', { reaction: 'echo' })).toBe(4);
    const common = { reaction: 'echo', actor: 'system:echo', correlationId: 'correlation' };
    expect(told).toEqual([
      { ...common, commandId: 'echo:1.0', causationId: '1', position: 3, milliseconds: expect.any(Number) },
      { ...common, commandId: 'echo:2.0', causationId: '2', position: 4, milliseconds: expect.any(Number) },
    ]);
  });

  test('counts its failures', async () => {
    const before = await sampled('boxoffice_reaction_failures_total', { reaction: 'echo' });
    await handle(log, command('1'), count('a', 5));
    const { reaction, done } = echo(3, (call) => call <= 2);
    await using _running = startReaction({ reaction, ...options() });
    await done;
    expect(await sampled('boxoffice_reaction_failures_total', { reaction: 'echo' })).toBe(before + 2);
  });

  test('goes on where it was, when it is started again', async () => {
    await handle(log, command('1'), count('a', 5));
    const first = echo(1);
    {
      await using _running = startReaction({ reaction: first.reaction, ...options() });
      await first.done;
    }
    await handle(log, command('2'), count('a', 7));
    const second = echo(1);
    {
      await using _running = startReaction({ reaction: second.reaction, ...options() });
      await second.done;
    }
    expect(second.contexts.map(({ causationId }) => causationId)).toEqual(['3']);
    expect(await echoed()).toBe(12);
  });
});
