import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { type Locale, locales } from '../lib/locale.ts';
import { partsOf, pluralsOf } from '../lib/testing/message-parts.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function messagesOf(locale: Locale): Map<string, string> {
  const flat = new Map<string, string>();
  const walk = (node: object, path: string[]) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string') flat.set([...path, key].join('.'), value);
      else walk(value, [...path, key]);
    }
  };
  walk(JSON.parse(readFileSync(here(`${locale}.json`), 'utf8')), []);
  return flat;
}

const english = messagesOf('en');

/** Branches of a plural differ from language to language; what is counted does not. */
const withoutBranches = (message: string) => partsOf(message).map((part) => part.replace(/(plural).*/, '$1'));

describe.each(locales.filter((locale) => locale !== 'en'))('the words in %s', (locale) => {
  const messages = messagesOf(locale);

  test('have the keys of the English ones, in the same order', () => {
    expect([...messages.keys()]).toEqual([...english.keys()]);
  });

  test('take the same values and tags', () => {
    for (const [key, message] of messages)
      expect(withoutBranches(message), key).toEqual(withoutBranches(english.get(key) ?? ''));
  });

  test('are translated', () => {
    const same = [...messages].filter(([key, message]) => message === english.get(key) && /[a-z]{4}/i.test(message));
    expect(same.filter(([, message]) => !/^[^a-z]*(\{\w+\}[^a-z]*)+$/i.test(message))).toEqual([]);
  });
});

describe.each(locales)('in %s', (locale) => {
  const messages = messagesOf(locale);

  test('every plural has the forms of the language', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    for (const [key, message] of messages)
      for (const branches of Object.values(pluralsOf(message))) expect(branches, key).toEqual(forms);
  });

  test('every message can be formatted', () => {
    const t = createTranslator({
      locale,
      timeZone: 'UTC',
      messages: JSON.parse(readFileSync(here(`${locale}.json`), 'utf8')),
      onError: (error) => {
        throw error;
      },
    });
    for (const [key, message] of messages) {
      const values = Object.fromEntries(
        partsOf(message).map((part) => {
          const [name, kind] = part.split(/:? /);
          return [name, kind === 'tag' ? (words: unknown) => words : 2];
        }),
      );
      expect(t.rich(key, values as Parameters<typeof t.rich>[1]), key).toBeTruthy();
    }
  });
});

describe('the pages', () => {
  const sources = globSync('{app,components,lib}/**/*.{ts,tsx}', { cwd: here('..') }).map((path) => ({
    path,
    text: readFileSync(here(`../${path}`), 'utf8'),
  }));

  test('have no words in attributes', () => {
    const attribute =
      /\b(aria-label|aria-description|alt|title|label|hint|placeholder|pending)=("[^"]*\p{L}[^"]*"|\{`[^`]*\p{L}[^`$]* )/gu;
    const found = sources
      .filter(({ path }) => path.endsWith('.tsx'))
      .flatMap(({ path, text }) => [...text.matchAll(attribute)].map(([words]) => `${path}: ${words}`));
    expect(found).toEqual([]);
  });

  test('use every word that there is', () => {
    const all = sources.map(({ text }) => text).join('\n');
    const unused = [...english.keys()].filter((key) => !isUsed(key, all));
    expect(unused).toEqual([]);
  });
});

/** `ticket.sold` is used as such, or by a key that is put together: `ticket.${…}`. */
function isUsed(key: string, source: string): boolean {
  if (source.includes(`'${key}'`)) return true;
  const [group = '', ...rest] = key.split('.');
  if (group === 'remark') return source.includes(`'${rest[0]}'`);
  return (
    source.includes(`\`${group}.\${`) ||
    (rest.length > 1 && source.includes(`\`${group}.${rest[0]}.\${`)) ||
    source.includes(`\`${group}.found`)
  );
}
