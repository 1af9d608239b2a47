import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test('reads a value out of a file, and prefers one that is given', () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'config-'));
  const SECRET_FILE = join(folder.path, 'secret');
  writeFileSync(SECRET_FILE, 'long enough\n');
  expect(readConfig(Schema, { SECRET_FILE }).SECRET).toBe('long enough');
  expect(readConfig(Schema, { SECRET_FILE, SECRET: 'given itself' }).SECRET).toBe('given itself');
});

test('names a file that cannot be read', () => {
  const read = () => readConfig(Schema, { SECRET_FILE: '/nowhere/secret' });
  expect(read).toThrow(new ConfigError(['SECRET_FILE: /nowhere/secret cannot be read: ENOENT']));
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

test('names a setting that there is not, when it is one but for a slip', () => {
  const read = () => readConfig(Schema, { SECRET: 'long enough', SECERT: 'hunter22' });
  expect(read).not.toThrow();
  expect(() => readConfig(Schema, { SECERT: 'hunter22' })).toThrow(/^ {2}SECERT: is no setting; SECRET is$/m);
});
