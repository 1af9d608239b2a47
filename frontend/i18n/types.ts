import type { Locale } from '../lib/locale.ts';
import type en from '../messages/en.json';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    /** The English words are the type of all others. */
    Messages: typeof en;
  }
}
