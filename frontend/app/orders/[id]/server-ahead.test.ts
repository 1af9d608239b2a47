import { expect, test } from 'vitest';
import { serverAhead } from './server-ahead.ts';

test.each([
  ['is right', 1_000_000, 1_000_000, 0],
  ['goes slow', 2_000_000, 1_990_000, 10_000],
  ['goes fast', 3_000_000, 3_010_000, -10_000],
])("the reader's clock %s", (_, madeAt, now, ahead) => {
  expect(serverAhead(madeAt, now)).toBe(ahead);
});

test('a page that is shown again ten minutes later is ten minutes older', () => {
  expect(serverAhead(4_000_000, 4_000_500)).toBe(-500);
  expect(serverAhead(4_000_000, 4_600_500)).toBe(-500);
});
