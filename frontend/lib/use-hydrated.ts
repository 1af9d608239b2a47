import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether scripts run on the page: what does nothing without them is shown only then. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
