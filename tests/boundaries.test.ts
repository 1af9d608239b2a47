import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { projectionEvents } from '../packages/contracts/src/projections.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const contexts = ['auth', 'tickets', 'orders', 'payments', 'mail', 'webhooks', 'live'];

/** What each part may import of the others. */
const allowed: Record<string, readonly string[]> = {
  'packages/contracts': [],
  'packages/common': ['@boxoffice/contracts'],
  ...Object.fromEntries(
    contexts.map((name) => [
      `services/${name}`,
      [
        '@boxoffice/contracts',
        '@boxoffice/contracts/samples',
        '@boxoffice/common',
        '@boxoffice/common/http',
        '@boxoffice/common/roles',
        '@boxoffice/common/testing',
      ],
    ]),
  ),
  'services/relay': ['@boxoffice/common', '@boxoffice/common/roles'],
  'services/gateway': ['@boxoffice/common', '@boxoffice/common/http', '@boxoffice/common/roles'],
  'services/replica-set': [
    '@boxoffice/common',
    '@boxoffice/common/http',
    '@boxoffice/common/roles',
    '@boxoffice/common/testing',
  ],
  frontend: ['@boxoffice/contracts'],
};

const sources = (part: string) =>
  globSync('**/*.{ts,tsx}', {
    cwd: join(root, part),
    exclude: (name) => /(^|\/)(node_modules|\.next)(\/|$)/.test(name),
  });

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name);
}

test.each(Object.keys(allowed))('%s imports only what it may', (part) => {
  const files = sources(part);
  expect(files).not.toEqual([]);
  const wrong = files.flatMap((file) =>
    importsOf(join(root, part, file))
      .filter(
        (name) =>
          name.startsWith('@boxoffice/') && !allowed[part]?.includes(name) && name !== `${nameOf(part)}/samples`,
      )
      .map((name) => `${part}/${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('every component is on a page, or in one that is', () => {
  const files = sources('frontend').filter((file) => !file.includes('.test.'));
  const used = new Set(files.flatMap((file) => importsOf(join(root, 'frontend', file)).map((name) => basename(name))));
  const components = files.filter((file) => file.startsWith('components/'));
  expect(components.length).toBeGreaterThan(10);
  expect(components.filter((file) => !used.has(basename(file)))).toEqual([]);
});

test.each(Object.keys(allowed))('%s reaches into no other folder', (part) => {
  const wrong = sources(part).flatMap((file) =>
    importsOf(join(root, part, file))
      .filter((name) => name.startsWith('.') && !join(part, file, '..', name).startsWith(`${part}/`))
      .map((name) => `${part}/${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('common names no context', () => {
  const all = readdirSync(join(root, 'packages/contracts/samples')).flatMap((name) => name.match(/^\w+(?=@)/) ?? []);
  // What operators say to projections is the machinery's own.
  const own = new Set(projectionEvents.contracts.map(({ type }) => type));
  const events = all.filter((type) => !own.has(type));
  expect(events).toContain('TicketListed');
  const names = new RegExp(`\\b(${events.join('|')})\\b`);
  const wrong = sources('packages/common').filter((file) =>
    names.test(readFileSync(join(root, 'packages/common', file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('the settings are read in one place of each process', () => {
  const readers = ['packages', 'services', 'frontend']
    .flatMap((part) => sources(part).map((file) => `${part}/${file}`))
    .filter(
      (file) =>
        !/\.test\.tsx?$|\/tests?(ing)?\//.test(file) && readFileSync(join(root, file), 'utf8').includes('process.env'),
    );
  expect(readers.sort()).toEqual([
    'frontend/lib/env.ts',
    'frontend/next.config.ts',
    'packages/common/src/config.ts',
    'services/marketplace/src/start.ts',
  ]);
});

test('every source file is one idea: 200 lines at the most, tests left out', () => {
  const long = ['packages', 'services', 'frontend', 'tests', 'scripts']
    .filter((part) => existsSync(join(root, part)))
    .flatMap((part) => sources(part).map((file) => `${part}/${file}`))
    .filter((file) => !/\.(test|suite)\.tsx?$/.test(file))
    .filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 201);
  expect(long).toEqual([]);
});

function nameOf(part: string): string {
  return `@boxoffice/${part.split('/').at(-1)}`;
}
