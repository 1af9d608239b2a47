import { describe, expect, test } from 'vitest';
import type { Cursors } from './cursors.ts';

/** What cursors do, wherever they are kept. `open` opens the same ones each time within a test. */
export function cursorsSuite(name: string, fresh: () => () => Promise<Cursors>): void {
  describe(`cursors in ${name}`, () => {
    test('begin at 0, and are where they were saved when they are taken again', async () => {
      const open = fresh();
      {
        await using cursors = await open();
        await using cursor = await cursors.take('echo');
        expect(cursor.position).toBe(0);
        await cursor.save(3);
        await cursor.save(7);
      }
      await using cursors = await open();
      await using echo = await cursors.take('echo');
      await using other = await cursors.take('other');
      expect([echo.position, other.position]).toEqual([7, 0]);
    });

    test('say how far each has come', async () => {
      await using cursors = await fresh()();
      for (const [name, position] of [
        ['later', 3],
        ['echo', 7],
      ] as const) {
        await using cursor = await cursors.take(name);
        await cursor.save(position);
      }
      expect(await cursors.positions()).toEqual([
        { name: 'echo', position: 7 },
        { name: 'later', position: 3 },
      ]);
    });
  });
}
