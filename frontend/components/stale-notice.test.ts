import { NextIntlClientProvider } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import messages from '../messages/en.json' with { type: 'json' };
import { StaleNotice } from './stale-notice.tsx';

test('a page that shows what was so says that it does, what that means and what to do, as plain markup', () => {
  const notice = createElement(StaleNotice, { what: 'order' });
  const markup = renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale: 'en', timeZone: 'UTC', messages, children: notice }),
  );
  expect(markup).toContain('Something has happened to this order that we cannot show yet.');
  expect(markup).toContain('how it was before');
  expect(markup).toContain('do not pay again.</p>');
  expect(markup).toMatch(/^<div role="status">/);
});
