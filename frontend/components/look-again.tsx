'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** While it is shown, the page asks again how things stand. */
export function LookAgain({ everySeconds }: { everySeconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everySeconds * 1000);
    return () => clearInterval(timer);
  }, [router, everySeconds]);
  return null;
}
