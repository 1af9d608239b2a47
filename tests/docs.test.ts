import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { generatedPages } from '../scripts/docs.ts';
import { MarketplaceConfig } from '../services/marketplace/src/config.ts';
import { anchorsOf, linksOf, section } from './support/markdown.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const skipped = new Set(['node_modules', '.next', '.git', 'data', 'coverage']);
const documents = globSync('**/*.md', {
  cwd: root,
  exclude: (path) => path.split('/').some((name) => skipped.has(name)),
});

describe('generated pages', async () => {
  const pages = await generatedPages();

  test.each(Object.keys(pages))('%s is what the code gives now', (path) => {
    expect(read(path), 'run: npx node scripts/docs.ts').toBe(pages[path]);
  });

  test('every setting is explained', () => {
    const missing = Object.keys(MarketplaceConfig.shape).filter(
      (key) => !pages['docs/configuration.md']?.includes(`| \`${key}\` |`),
    );
    expect(missing).toEqual([]);
  });
});

describe('links', () => {
  test('there are documents to look at', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/adr/0001-event-log.md']));
  });

  test.each(documents)('%s points only to what exists', (document) => {
    const broken = linksOf(read(document)).filter((link) => !leadsSomewhere(document, link));
    expect(broken).toEqual([]);
  });

  test('every decision is listed', () => {
    const records = globSync('0*.md', { cwd: join(root, 'docs/adr') });
    expect(linksOf(read('docs/adr/README.md')).toSorted()).toEqual(records.toSorted());
  });
});

describe('the runbooks', () => {
  const folder = 'docs/operations/runbooks';
  const runbooks = globSync('*.md', { cwd: join(root, folder) });

  test('are there for whatever comes to operators, and are listed', () => {
    const named = ['install', 'upgrade', 'big-sale', 'backup', 'lost-bus', 'lost-primary', 'growing-lag'];
    named.push('poisoned-key', 'payment-and-order-disagree', 'key-rotation');
    expect(runbooks).toEqual(expect.arrayContaining(named.map((name) => `${name}.md`)));
    const listed = linksOf(read('docs/README.md')).filter((link) => link.startsWith('operations/runbooks/'));
    expect(listed.map((link) => link.split('/').at(-1)).toSorted()).toEqual(runbooks.toSorted());
  });

  test.each(runbooks)('%s goes from the symptom to the proof', (name) => {
    for (const part of ['Symptom', 'Check', 'Fix', 'Proof'])
      expect(section(read(join(folder, name)), part).trim(), part).not.toBe('');
  });

  test('ask for commands and options that there are', () => {
    const commands = read('docs/operations/cli.md').split(/^### boxoffice /m);
    const text = runbooks.map((name) => read(join(folder, name))).join('\n');
    const asked = [...text.matchAll(/(?:`|pnpm |\/)boxoffice(?:\.ts)? ([a-z]+ [a-z]+)([^`\n]*)/g)];
    expect(asked.length).toBeGreaterThan(20);
    for (const [line, words, rest = ''] of asked) {
      const command = commands.find((part) => part.startsWith(`${words}\n`));
      // Who does it is an option of every command.
      const options = (rest.match(/--[a-z-]+/g) ?? []).filter((option) => option !== '--as');
      expect(command?.match(/--[a-z-]+/g), line).toEqual(expect.arrayContaining(options));
    }
  });
});

describe("the README's trail", () => {
  const text = section(read('README.md'), 'The trail');
  const steps = text
    .split(/^\d+\. /m)
    .slice(1)
    .map((step) => ({ step, path: decodeURIComponent(linksOf(step)[0] ?? '') }));

  test('has six files', () => {
    expect(steps).toHaveLength(6);
  });

  test.each(steps)('$path holds what is said of it', ({ step, path }) => {
    const [shown, ...names] = [...step.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
    expect(shown).toBe(path);
    expect(names).not.toEqual([]);
    const source = read(path);
    for (const name of names) expect(source).toMatch(new RegExp(`\\b${name}\\b`));
  });
});

test("each of the README's promises names the file that shows it", () => {
  const [, , ...rows] = section(read('README.md'), 'What it promises').trim().split('\n');
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    const [, name = '', path = ''] = /\[`([^`]+)`\]\((\S+)\) \|$/.exec(row) ?? [];
    expect(path, row).toMatch(/\.test\.ts$/);
    expect(path.split('/').at(-1), row).toBe(name);
  }
});

function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#').map(decodeURIComponent);
  const target = path === '' ? document : join(dirname(document), path);
  if (!existsSync(join(root, target))) return false;
  if (anchor === undefined) return true;
  return statSync(join(root, target)).isFile() && anchorsOf(read(target)).includes(anchor);
}
