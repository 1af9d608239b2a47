import { expect, test } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { HttpConfig, marketSettings, Secret, WorkerConfig } from './config.ts';

const SESSION_SECRET = 'q7Lw2ZbXr9KfT0cVnHsJ5yGdPm3AuE8i';
const MONGODB_URL = 'mongodb://user:password@a:27017,b:27017/boxoffice?replicaSet=rs0';

test('what is needed is little', () => {
  expect(readConfig(HttpConfig, { MONGODB_URL, SESSION_SECRET })).toMatchObject({ PORT: 3000, LOG_LEVEL: 'info' });
  const worker = readConfig(WorkerConfig, { MONGODB_URL, NATS_URL: 'nats://bus:4222,nats://other:4222' });
  expect(worker).toMatchObject({ BUS: 'nats-streaming', NATS_CLUSTER_ID: 'boxoffice' });
});

test('what is missing is named, all of it', () => {
  expect(() => readConfig(HttpConfig, {})).toThrow(/MONGODB_URL: must be set.*SESSION_SECRET: must be set/s);
  expect(() => readConfig(WorkerConfig, {})).toThrow(/MONGODB_URL: must be set.*NATS_URL: must be set/s);
});

test.each(['mongodb://a:27017', 'mongodb://a:27017/', 'mongodb://a:27017/?replicaSet=rs0', 'postgres://a/boxoffice'])(
  '%s is no place for the log',
  (url) => {
    expect(() => readConfig(HttpConfig, { MONGODB_URL: url, SESSION_SECRET })).toThrow(
      /MONGODB_URL: must be a mongodb/,
    );
  },
);

test.each([
  ['short', 'must be 32 bytes or more'],
  ['change-me-to-32-random-bytes-or-more-please', 'not the sample'],
  ['CHANGEME0123456789abcdef0123456789abcdef', 'not the sample'],
  ['abcabcabcabcabcabcabcabcabcabcabcabcabc', 'not the sample'],
])('%s is no secret', (text, why) => {
  expect(Secret.safeParse(text).error?.message).toContain(why);
});

test.each([
  ['five', 'must be a number of hundredths of a percent'],
  ['5%', 'must be a number of hundredths of a percent'],
  ['2,5', 'must be a number of hundredths of a percent'],
  ['NaN', 'must be a number of hundredths of a percent'],
  ['Infinity', 'must be a number of hundredths of a percent'],
  ['2.5', 'must be whole hundredths of a percent'],
  ['-1', 'must be 0 or more'],
  ['5001', 'must be 5000 or less'],
])('%s is no fee', (FEE_BASIS_POINTS, why) => {
  const Fee = z.object({ FEE_BASIS_POINTS: marketSettings.FEE_BASIS_POINTS });
  expect(() => readConfig(Fee, { FEE_BASIS_POINTS })).toThrow(`FEE_BASIS_POINTS: ${why}`);
});
