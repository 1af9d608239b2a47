import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { StaleNotice } from './stale-notice.tsx';

test('a page that shows what was so says that it does, what that means and what to do, as plain markup', () => {
  const markup = renderToStaticMarkup(createElement(StaleNotice, { what: 'order', children: 'Look again later.' }));
  expect(markup).toContain('Something has happened to this order that we cannot show yet.');
  expect(markup).toContain('how it was before');
  expect(markup).toContain('<p>Look again later.</p>');
  expect(markup).toMatch(/^<div role="status">/);
});
