import { expect, test } from 'vitest';
import { turns } from './turns.ts';

test('who is alone does not wait', async () => {
  const turn = turns();
  turn.won(5);
  expect(await turn.wait()).toBe(false);
});

test('who has lost waits for a moment, and so does who has won after that', async () => {
  const turn = turns();
  turn.won(1);
  turn.lost();
  expect(await turn.wait()).toBe(true);
  turn.won(1);
  expect(await turn.wait()).toBe(true);
});
