import { useRouter } from 'next/navigation';
import { useCallback } from 'react';

/**
 * Brings the page up to date, when there is a market to ask. The router would put what the browser says of an address
 * without an answer in the place of the page.
 */
export function useRefresh(): () => Promise<void> {
  const router = useRouter();
  return useCallback(async () => {
    const isThere = await fetch('/api/market', { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) router.refresh();
  }, [router]);
}
