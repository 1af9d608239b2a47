import { expect, test } from 'vitest';
import { drawingOf, PALETTES } from './poster-drawing.ts';

const titles = Array.from({ length: 200 }, (_, number) => `Show number ${number}`);

test('the same title has the same poster, however it is typed', () => {
  expect(drawingOf('Zo\u00eb Martin')).toEqual(drawingOf('ZOE\u0308 MARTIN'));
});

test('others have others', () => {
  const drawn = new Set(titles.map((title) => JSON.stringify(drawingOf(title))));
  expect(drawn.size).toBe(titles.length);
  expect(new Set(titles.map((title) => drawingOf(title).palette)).size).toBe(PALETTES);
});

test('every mark is on it', () => {
  for (const { marks } of titles.map(drawingOf))
    for (const { x, y, size } of marks) {
      expect(x).toBeLessThan(100);
      expect(y).toBeLessThan(100);
      expect(size).toBeGreaterThan(0);
    }
});
