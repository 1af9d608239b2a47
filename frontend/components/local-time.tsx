'use client';

import { useLocale } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { formatMoment } from '../lib/format-time.ts';

const never = () => () => {};

/** A moment of the market (not of a show): in UTC from the server, in the reader's own zone once the page runs. */
export function LocalTime({ instant }: { instant: string }) {
  const locale = useLocale();
  const text = useSyncExternalStore(
    never,
    () => formatMoment(instant, { locale, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
    () => formatMoment(instant, { locale }),
  );
  return <time dateTime={instant}>{text}</time>;
}
