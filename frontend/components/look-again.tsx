'use client';

import { useEffect } from 'react';
import { useRefresh } from '../lib/use-refresh.ts';

/** While it is shown, the page asks again how things stand. */
export function LookAgain({ everySeconds }: { everySeconds: number }) {
  const refresh = useRefresh();
  useEffect(() => {
    const timer = setInterval(() => void refresh(), everySeconds * 1000);
    return () => clearInterval(timer);
  }, [refresh, everySeconds]);
  return null;
}
