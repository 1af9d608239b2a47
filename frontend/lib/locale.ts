export const locales = ['en', 'de', 'ar'] as const;
export type Locale = (typeof locales)[number];

export const DEFAULT_LOCALE: Locale = 'en';

interface Language {
  /** What the language calls itself. */
  name: string;
  direction: 'ltr' | 'rtl';
  /** What `Intl` formats money and dates by. */
  intl: string;
}

export const languages: Record<Locale, Language> = {
  en: { name: 'English', direction: 'ltr', intl: 'en-GB' },
  de: { name: 'Deutsch', direction: 'ltr', intl: 'de-DE' },
  // Western digits: forms take no others, and what is shown should be what can be typed.
  ar: { name: 'العربية', direction: 'rtl', intl: 'ar-u-nu-latn' },
};

export function isLocale(text: unknown): text is Locale {
  return locales.some((locale) => locale === text);
}

/** The language a browser would rather have (`Accept-Language`), of those that there are. */
export function preferredLocale(accepted: string | null): Locale {
  const wishes = (accepted ?? '').split(',').map((wish) => {
    const [range = '', ...parameters] = wish.trim().toLowerCase().split(';');
    const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1];
    return { language: range.split('-')[0], quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
  const wished = wishes
    .toSorted((a, b) => b.quality - a.quality)
    .find(({ language, quality }) => quality > 0 && isLocale(language));
  return isLocale(wished?.language) ? wished.language : DEFAULT_LOCALE;
}
