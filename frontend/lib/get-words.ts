import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Translate, Words } from './words.ts';

/** The words for pages, actions and routes; components that are not async have `useWords`. */
export async function getWords(): Promise<Words> {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()]);
  return { t, locale };
}

/** The `generateMetadata` of a page whose title is always the same. */
export function pageTitle(title: (t: Translate) => string): () => Promise<Metadata> {
  return async () => ({ title: title((await getWords()).t) });
}
