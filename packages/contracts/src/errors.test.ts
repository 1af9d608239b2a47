import { describe, expect, test } from 'vitest';
import { errorCatalogue, Problem } from './errors.ts';

describe.each(Object.entries(errorCatalogue))('%s', (code, { status, title }) => {
  test('its code is kebab-case', () => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test('its status is that of an error', () => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
  });

  test('its title is one line that begins with a capital and ends without a full stop', () => {
    expect(title).toMatch(/^[A-Z][^\n]+[^.\n]$/);
  });

  test('it can be told in a problem document', () => {
    const problem = { type: `urn:boxoffice:error:${code}`, title, status, code };
    expect(Problem.parse(problem)).toEqual(problem);
  });
});

test('no two errors have the same title', () => {
  const titles = Object.values(errorCatalogue).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});

test('a problem has a code of the catalogue', () => {
  const problem = { type: 'urn:boxoffice:error:odd', title: 'Odd', status: 400, code: 'odd' };
  expect(Problem.safeParse(problem).error?.issues[0]?.path).toEqual(['code']);
});
