'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { formatElsewhere } from '../lib/format-time.ts';
import type { Locale } from '../lib/locale.ts';

const never = () => () => {};

interface ViewerMomentProps {
  instant: string;
  /** The show's own zone, in which the moment is said already. */
  timeZone: string;
  /** What stands there before the page runs, and where the reader's clock is the same: its place, so that nothing moves. */
  children?: React.ReactNode;
}

/** When a show begins by the reader's own clock, where that is another. */
export function ViewerMoment({ instant, timeZone, children }: ViewerMomentProps) {
  const locale = useLocale() as Locale;
  const t = useTranslations();
  const time = useSyncExternalStore(
    never,
    () => {
      const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
      return formatElsewhere(instant, { locale, timeZone: own, than: timeZone });
    },
    () => '',
  );
  if (time === '') return children;
  const text = t('form.yourTime', { time });
  return children ? text : <span className="soft">({text})</span>;
}
