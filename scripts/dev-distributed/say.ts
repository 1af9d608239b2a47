import { setTimeout as delay } from 'node:timers/promises';

/** Speaks to the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`\n▸ ${line}\n\n`);
}

/** Says what must not be overlooked among the lines of all the processes. */
export function sayLoudly(line: string): void {
  process.stderr.write(`\n!!! ${line}\n\n`);
}

/** Resolves when an address answers well. */
export async function answers(url: string): Promise<void> {
  for (;;) {
    const reply = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    await reply?.body?.cancel();
    if (reply?.ok) return;
    await delay(200);
  }
}
