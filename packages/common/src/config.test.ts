import { expect, test } from 'vitest';
import { z } from 'zod';
import { ConfigError, Port, readConfig } from './config.ts';

const Schema = z.object({ PORT: Port.default(3000), SECRET: z.string().min(8), MODE: z.enum(['a', 'b']).optional() });

test('reads what is set and fills in what is not', () => {
  expect(readConfig(Schema, { SECRET: 'long enough', MODE: ' b ' })).toEqual({
    PORT: 3000,
    SECRET: 'long enough',
    MODE: 'b',
  });
});

test('takes an empty value for none', () => {
  expect(readConfig(Schema, { SECRET: 'long enough', PORT: '' }).PORT).toBe(3000);
});

test('names every setting that is wrong, and repeats no value', () => {
  const read = () => readConfig(Schema, { PORT: '70000', SECRET: 'hunter2', MODE: 'c' });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/PORT: must be 0 to 65535.*SECRET: .*MODE: /s);
  expect(read).not.toThrow(/hunter2/);
});

test('names a setting that is missing', () => {
  expect(() => readConfig(Schema, {})).toThrow(/SECRET: /);
});
