import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DataTable } from './data-table.tsx';
import { DefinitionList } from './definition-list.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { Tabs } from './tabs.tsx';

const markup = (node: ReactNode) => renderToStaticMarkup(node);

test('a table names its columns and its rows, and can be scrolled by the keyboard', () => {
  const rows = [{ name: 'tickets', lag: 3 }];
  const columns = [
    { head: 'Projection', cell: ({ name }: { name: string; lag: number }) => name },
    { head: 'Lag', cell: ({ lag }: { name: string; lag: number }) => lag, numeric: true },
  ];
  const html = markup(
    createElement(DataTable<(typeof rows)[0]>, { caption: 'All', columns, rows, keyOf: (r) => r.name }),
  );
  expect(html).toMatch(/<section[^>]* aria-label="All" tabindex="0">/);
  expect(html).toContain('<th scope="row">tickets</th>');
  expect(html.match(/<th scope="col"/g)).toHaveLength(2);
});

test('of tabs, one is the page at hand', () => {
  const tabs = [
    { href: '/a', text: 'A', current: true },
    { href: '/b', text: 'B', current: false },
  ];
  const html = markup(createElement(Tabs, { label: 'Views', tabs }));
  expect(html.match(/aria-current="page"/g)).toHaveLength(1);
  expect(html).toMatch(/aria-current="page"[^>]*>A<|>A</);
});

test('progress that nobody knows has no value', () => {
  const bar = (value?: number) =>
    markup(createElement(ProgressBar, { label: 'Rebuild', value, max: 10, children: '4 of 10' }));
  expect(bar(4)).toMatch(/<progress[^>]* value="4"/);
  expect(bar()).not.toContain('value=');
});

test('a definition has its note below it', () => {
  const html = markup(createElement(DefinitionList, { items: [{ term: 'When', value: 'Friday', note: 'there' }] }));
  expect(html).toContain('<dt>When</dt><dd>Friday</dd><dd class="aside-note">there</dd>');
});
