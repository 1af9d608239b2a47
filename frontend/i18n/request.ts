import { getRequestConfig } from 'next-intl/server';
import { readerLocale } from '../lib/preferences.ts';

export default getRequestConfig(async () => {
  const locale = await readerLocale();
  const { default: messages } = await import(`../messages/${locale}.json`);
  return { locale, messages, timeZone: 'UTC' };
});
