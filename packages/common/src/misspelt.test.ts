import { expect, test } from 'vitest';
import { misspelt } from './misspelt.ts';

const known = ['HOLD_SECONDS', 'LOG_LEVEL', 'PORT'];

test.each(['HOLD_SECOND', 'HOLDS_SECONDS', 'HOLD_SECONDSS', 'HOLD_ZECONDS', 'HOLD_SECNODS', 'hold_seconds'])(
  '%s is meant for what somebody reads',
  (wrong) => {
    expect(misspelt([wrong], known)).toEqual([{ wrong, right: 'HOLD_SECONDS' }]);
  },
);

test.each(['HOLD_MINUTES', 'HOME', 'POST', 'LOG', 'PAY_SECONDS', 'HOLD_SECONDS_FILE'])('%s is not', (other) => {
  expect(misspelt([other], known)).toEqual([]);
});

test('what is set under its name has not been misspelt', () => {
  expect(misspelt(['LOG_LEVEL', 'LOGLEVEL'], known)).toEqual([]);
});
