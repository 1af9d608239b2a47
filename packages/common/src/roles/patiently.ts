import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../start-error.ts';

const LONGEST = 5000;

/**
 * Tries until it succeeds, after a while each time, up to 5 s. `onFailure` is told of each failure. Answers nothing
 * when it is told to stop before.
 * @throws {StartError} trying again would not help
 */
export async function patiently<Result extends AsyncDisposable>(
  open: () => Promise<Result>,
  { signal, onFailure }: { signal: AbortSignal; onFailure: (error: unknown) => void },
): Promise<Result | undefined> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      const opened = await open();
      if (!signal.aborted) return opened;
      await opened[Symbol.asyncDispose]();
    } catch (error) {
      if (error instanceof StartError) throw error;
      onFailure(error);
    }
    await delay(Math.min(250 * 2 ** failures, LONGEST), undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}
