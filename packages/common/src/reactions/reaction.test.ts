import { beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { type CommandContext, fold, handle, type Load } from '../commands.ts';
import { inProcessEventBus } from '../event-bus/in-process.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { openSqliteEventLog } from '../event-log/sqlite.ts';
import { type CounterEvent, command, counter, counterEvents } from '../testing/counter.ts';
import type { Cursors } from './cursors.ts';
import { type Reaction, startReaction } from './reaction.ts';
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
