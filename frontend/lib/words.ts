import { useLocale, useTranslations } from 'next-intl';
import type { Locale } from './locale.ts';

/** Gives the words of a key: `t('nav.sell')`. Keys are written out in full, so that one can search for them. */
export type Translate = ReturnType<typeof useTranslations<never>>;

/** The reader's language: its words, and how it writes money and dates. */
export interface Words {
  t: Translate;
  locale: Locale;
}

/** For components that are not async, on the server or in the browser; the others have `getWords`. */
export function useWords(): Words {
  return { t: useTranslations(), locale: useLocale() };
}
