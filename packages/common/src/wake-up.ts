/** A bell that one waits for: a ring between two waits is not lost, ten rings are one. */
export function wakeUp() {
  let rang = false;
  let wake: (() => void) | undefined;
  return {
    ring(): void {
      rang = true;
      wake?.();
    },
    /** Resolves at the next ring, or after `timeoutMs`. */
    async rung(timeoutMs: number): Promise<void> {
      if (!rang) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, timeoutMs);
        });
        clearTimeout(timer);
        wake = undefined;
      }
      rang = false;
    },
  };
}
