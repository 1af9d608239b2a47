/** Those who wait until a position is reached. */
export function waiters() {
  const waiting = new Set<{ position: number; resolve: (reached: boolean) => void }>();
  return {
    reached(position: number, current: number, timeoutMs: number): Promise<boolean> {
      if (current >= position) return Promise.resolve(true);
      return new Promise((resolve) => {
        const waiter = { position, resolve: finish };
        const timer = setTimeout(() => finish(false), timeoutMs);
        waiting.add(waiter);
        function finish(reached: boolean) {
          clearTimeout(timer);
          waiting.delete(waiter);
          resolve(reached);
        }
      });
    },
    /** Nothing will come any more. */
    close(): void {
      for (const waiter of waiting) waiter.resolve(false);
    },
    /** Wakes everybody who waited for this position or one before it. */
    tell(position: number): void {
      for (const waiter of waiting) if (waiter.position <= position) waiter.resolve(true);
    },
  };
}

export type Waiters = ReturnType<typeof waiters>;
