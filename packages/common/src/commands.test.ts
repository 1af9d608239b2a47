import { beforeEach, describe, expect, test } from 'vitest';
import { fold, handle, type Load } from './commands.ts';
import { ConcurrentChange, IdempotencyKeyReused, InvalidInput } from './errors.ts';
import type { EventLog } from './event-log/event-log.ts';
import { openSqliteEventLog } from './event-log/sqlite.ts';
import { command, counter } from './testing/counter.ts';

let log: EventLog;
beforeEach(() => {
  log = openSqliteEventLog(':memory:');
  return () => log[Symbol.asyncDispose]();
});

const count = (id: string, by: number) => async (load: Load) => {
  const loaded = await load(counter, id);
  loaded.emit(counter.decide({ id, by }, loaded.state));
};
const close = (id: string) => async (load: Load) => {
  const loaded = await load(counter, id);
  loaded.emit(counter.decide({ id, close: true }, loaded.state));
};

describe('a command', () => {
  test('appends what was decided, and tells the state after it', async () => {
    const outcome = await handle(log, command('1'), count('a', 5));
    expect(outcome).toMatchObject({ position: 1, repeated: false });
    expect(await fold(log, counter, 'counter-a')).toMatchObject({ state: { total: 5 }, revision: 1 });
    expect(outcome.commit).toMatchObject({ commandId: '1', actor: 'actor', at: '2027-01-01T00:00:00.000Z' });
  });

  test('writes several streams in one commit', async () => {
    const both = async (load: Load) => {
      await count('a', 1)(load);
      await count('b', 2)(load);
    };
    await handle(log, command('1'), both);
    expect(await log.head()).toBe(1);
    expect((await fold(log, counter, 'counter-b')).state.total).toBe(2);
  });

  test('writes nothing when it is refused', async () => {
    await handle(log, command('1'), close('a'));
    await expect(handle(log, command('2'), count('a', 1))).rejects.toThrow(RangeError);
    expect(await log.head()).toBe(1);
  });

  test('writes nothing when it is so already, and says from where on that shows', async () => {
    await handle(log, command('1'), close('a'));
    await handle(log, command('2'), count('b', 1));
    const outcome = await handle(log, command('3'), close('a'));
    expect(outcome).toMatchObject({ commit: undefined, position: 1 });
    expect(await log.head()).toBe(2);
  });

  test('that is repeated finds its first outcome, and the state as it was then', async () => {
    await handle(log, command('1'), count('a', 5));
    await handle(log, command('2'), count('a', 7));
    const again = await handle(log, command('1'), count('a', 5));
    expect(again).toMatchObject({ position: 1, repeated: true });
    expect((await fold(log, counter, 'counter-a', again.position)).state.total).toBe(5);
    expect(await log.head()).toBe(2);
  });

  test('whose name belongs to another is refused', async () => {
    await handle(log, command('1', { fingerprint: 'one' }), count('a', 5));
    const other = handle(log, command('1', { fingerprint: 'other' }), count('a', 6));
    await expect(other).rejects.toThrow(IdempotencyKeyReused);
  });

  test('that is sent twice at once is not refused because of what it has done itself', async () => {
    const once = async (load: Load) => {
      const loaded = await load(counter, 'a');
      if (loaded.revision > 0) throw new InvalidInput([{ field: 'a', message: 'is counted already' }]);
      loaded.emit(counter.decide({ id: 'a', by: 5 }, loaded.state));
    };
    const overtaken = async (load: Load) => {
      await handle(log, command('1'), once);
      await once(load);
    };
    expect(await handle(log, command('1'), overtaken)).toMatchObject({ position: 1, repeated: true });
    await expect(handle(log, command('2'), once)).rejects.toThrow(InvalidInput);
    expect(await log.head()).toBe(1);
  });

  test('decides again on what others have done in the meantime', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, n) => handle(log, command(`${n}`), count('a', 1))));
    expect((await fold(log, counter, 'counter-a')).state.total).toBe(5);
  });

  test('gives up when others are quicker each time', async () => {
    let n = 0;
    const overtaken = async (load: Load) => {
      const loaded = await load(counter, 'a');
      n += 1;
      await handle(log, command(`other-${n}`), count('a', 1));
      loaded.emit(counter.decide({ id: 'a', by: 100 }, loaded.state));
    };
    await expect(handle(log, command('mine'), overtaken)).rejects.toThrow(ConcurrentChange);
    expect((await fold(log, counter, 'counter-a')).state.total).toBe(n);
  });

  test('cannot append what its contract does not allow', async () => {
    await expect(handle(log, command('1'), count('a', 0.5))).rejects.toThrow('by');
    expect(await log.head()).toBe(0);
  });
});
