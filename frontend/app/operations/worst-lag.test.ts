import { expect, test } from 'vitest';
import { worstLag } from './worst-lag.ts';

const at = (second: number) => `2027-03-01T12:00:0${second}.000Z`;
const points = (...commits: number[]) =>
  commits.map((number, second) => ({ at: at(second), position: 100 - number, lag: { commits: number, seconds: 0 } }));

test('the furthest behind is told, where that changes', () => {
  const items = [
    { name: 'tickets', points: points(0, 5, 5, 0) },
    { name: 'orders', points: points(0, 2, 9, 0) },
  ];
  expect(worstLag({ seconds: 1, items }).map(({ at: moment, name, commits }) => [moment, name, commits])).toEqual([
    [at(0), 'orders', 0],
    [at(1), 'tickets', 5],
    [at(2), 'orders', 9],
    [at(3), 'orders', 0],
  ]);
});

test('nothing is known of nothing', () => {
  expect(worstLag({ seconds: 1, items: [] })).toEqual([]);
});
