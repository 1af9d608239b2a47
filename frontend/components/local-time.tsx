'use client';

import { useSyncExternalStore } from 'react';
import { formatMoment } from '../lib/format-time.ts';

const never = () => () => {};

/** A moment of the market (not of a show): in UTC from the server, in the reader's own zone once the page runs. */
export function LocalTime({ instant }: { instant: string }) {
  const text = useSyncExternalStore(
    never,
    () => formatMoment(instant, Intl.DateTimeFormat().resolvedOptions().timeZone),
    () => formatMoment(instant),
  );
  return <time dateTime={instant}>{text}</time>;
}
