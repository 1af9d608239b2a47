import { createTranslator } from 'next-intl';
import ar from '../../messages/ar.json' with { type: 'json' };
import de from '../../messages/de.json' with { type: 'json' };
import en from '../../messages/en.json' with { type: 'json' };
import type { Locale } from '../locale.ts';
import type { Words } from '../words.ts';

const messages = { en, de, ar } as const;

/** The words of a language as pages get them. */
export function wordsIn(locale: Locale): Words {
  return { t: createTranslator({ locale, messages: messages[locale] }), locale };
}

export const english = wordsIn('en');
