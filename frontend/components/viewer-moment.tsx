'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { formatMoment } from '../lib/format-time.ts';
import type { Locale } from '../lib/locale.ts';

const never = () => () => {};

interface ViewerMomentProps {
  instant: string;
  /** The show's own zone, in which the moment is said already. */
  timeZone: string;
}

/** When a show begins by the reader's own clock, where that is another; nothing before the page runs. */
export function ViewerMoment({ instant, timeZone }: ViewerMomentProps) {
  const locale = useLocale() as Locale;
  const t = useTranslations();
  const text = useSyncExternalStore(
    never,
    () => {
      const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const there = formatMoment(instant, { locale, timeZone });
      const here = formatMoment(instant, { locale, timeZone: own });
      return here === there ? '' : here;
    },
    () => '',
  );
  return text && <span className="small soft viewer-moment">{t('form.yourTime', { time: text })}</span>;
}
