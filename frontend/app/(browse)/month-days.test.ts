import { expect, test } from 'vitest';
import { monthDays } from './month-days.ts';

test.each([
  ['2027-02', '2027-02-28'],
  ['2028-02', '2028-02-29'],
  ['2027-12', '2027-12-31'],
])('%s ends on %s', (month, to) => {
  expect(monthDays(month)).toEqual({ from: `${month}-01`, to });
});
