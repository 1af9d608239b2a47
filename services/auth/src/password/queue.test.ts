import { Busy } from '@boxoffice/common';
import { describe, expect, test } from 'vitest';
import { queue } from './queue.ts';

/** Tasks that run until they are let go, and what has begun of them. */
function tasks(limits: { running: number; waiting: number }) {
  const inTurn = queue(limits);
  const begun: string[] = [];
  const release = new Map<string, (error?: Error) => void>();
  return {
    begun,
    start: (name: string) =>
      inTurn(() => {
        begun.push(name);
        return new Promise<string>((resolve, reject) => {
          release.set(name, (error) => (error ? reject(error) : resolve(name)));
        });
      }),
    finish: (name: string, error?: Error) => release.get(name)?.(error),
  };
}

describe('a queue for two, with two waiting', () => {
  test('runs two at once and the others when they have their turn', async () => {
    const { begun, start, finish } = tasks({ running: 2, waiting: 2 });
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(start);
    expect(begun).toEqual(['a', 'b']);
    finish('b');
    expect(await b).toBe('b');
    finish('a');
    expect(await a).toBe('a');
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    finish('c');
    finish('d');
    expect(await Promise.all([c, d])).toEqual(['c', 'd']);
  });

  test('refuses who would be the third to wait, and asks to come back', async () => {
    const { begun, start, finish } = tasks({ running: 2, waiting: 2 });
    const taken = ['a', 'b', 'c', 'd'].map(start);
    await expect(start('e')).rejects.toThrow(Busy);
    await expect(start('e')).rejects.toMatchObject({ code: 'busy', retryAfter: 2 });
    for (const name of ['a', 'b']) finish(name);
    await Promise.all(taken.slice(0, 2));
    for (const name of ['c', 'd']) finish(name);
    await Promise.all(taken);
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  test('takes others again when there is room', async () => {
    const { begun, start, finish } = tasks({ running: 2, waiting: 2 });
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const running = start(name);
      finish(name);
      expect(await running).toBe(name);
    }
    expect(begun).toHaveLength(6);
  });

  test('gives the place of a task that failed to the next', async () => {
    const { begun, start, finish } = tasks({ running: 1, waiting: 1 });
    const [a, b] = ['a', 'b'].map(start);
    finish('a', new Error('no memory'));
    await expect(a).rejects.toThrow('no memory');
    finish('b');
    expect(await b).toBe('b');
    expect(begun).toEqual(['a', 'b']);
  });

  test('lets nobody slip in before those who wait', async () => {
    const { begun, start, finish } = tasks({ running: 1, waiting: 2 });
    const a = start('a');
    const b = start('b');
    const c = a.then(() => start('c'));
    finish('a');
    await a;
    expect(begun).toEqual(['a', 'b']);
    finish('b');
    await b;
    expect(begun).toEqual(['a', 'b', 'c']);
    finish('c');
    expect(await c).toBe('c');
  });
});
