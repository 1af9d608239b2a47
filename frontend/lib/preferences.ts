import { cookies, headers } from 'next/headers';
import { isLocale, type Locale, preferredLocale } from './locale.ts';
import { type Theme, themes } from './theme.ts';

export const LOCALE_COOKIE = 'locale';
export const THEME_COOKIE = 'theme';

/** The language that the reader chose, or else the one that the browser asks for. */
export async function readerLocale(): Promise<Locale> {
  const [jar, incoming] = await Promise.all([cookies(), headers()]);
  const chosen = jar.get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : preferredLocale(incoming.get('accept-language'));
}

/** The colours that the reader chose; undefined: as the device has it. */
export async function readerTheme(): Promise<Theme | undefined> {
  const chosen = (await cookies()).get(THEME_COOKIE)?.value;
  return themes.find((theme) => theme === chosen);
}
