import { describe, expect, test } from 'vitest';
import { later } from '../testing/clock.ts';
import { memoryEventLog } from '../testing/memory-log.ts';
import { readStreamAsOf } from './read-stream-as-of.ts';

/** The positions that are read as of a moment, of commits made at these seconds. */
async function positions(seconds: readonly number[], asOf: string | undefined): Promise<number[]> {
  await using log = memoryEventLog();
  for (const [revision, second] of seconds.entries())
    await log.append({
      expected: { 'ticket-1': revision },
      events: [{ stream: 'ticket-1', type: 'Happened', version: 1, data: {} }],
      commandId: `command-${revision}`,
      correlationId: 'correlation',
      actor: 'somebody',
      at: later(second),
    });
  return (await readStreamAsOf(log, 'ticket-1', asOf)).map(({ position }) => position);
}

describe('a stream as of a moment', () => {
  test.each<[string, string | undefined, number[]]>([
    ['now', undefined, [1, 2, 3]],
    ['before the first', later(0.999), []],
    ['the very moment of one', later(2), [1, 2]],
    ['between two', later(2.5), [1, 2]],
    ['after the last', later(99), [1, 2, 3]],
  ])('%s', async (_, asOf, expected) => {
    expect(await positions([1, 2, 3], asOf)).toEqual(expected);
  });

  test('tells nothing that rests on what is later, though the clock that dated it was behind', async () => {
    expect(await positions([1, 5, 2], later(3))).toEqual([1]);
    expect(await positions([1, 5, 2], later(5))).toEqual([1, 2, 3]);
  });
});
