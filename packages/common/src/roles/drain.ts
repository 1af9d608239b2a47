import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** Beyond the time for which it drains, what is under way has so long to end. Milliseconds. */
const GRACE_MS = 10_000;

/** What a process that drains has for its end. */
export function graceOf({ DRAIN_SECONDS }: { readonly DRAIN_SECONDS: number }): { graceMs: number } {
  return { graceMs: DRAIN_SECONDS * 1000 + GRACE_MS };
}

/**
 * Still answers for a time, each answer the last one of its connection: who keeps connections open meets another process
 * with the next request, and none of them is closed while a request is on its way.
 */
export async function drain(server: Server, { DRAIN_SECONDS }: { readonly DRAIN_SECONDS: number }): Promise<void> {
  if (DRAIN_SECONDS === 0) return;
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false;
  });
  await delay(DRAIN_SECONDS * 1000);
}

interface Closing {
  readonly server: Server;
  close(): PromiseLike<unknown>;
}

/** Drains, answers what is under way, and closes. */
export async function closeDrained(app: Closing, config: { readonly DRAIN_SECONDS: number }): Promise<void> {
  await drain(app.server, config);
  // A connection that is kept open after its last answer would hold up the end.
  const closing = setInterval(() => app.server.closeIdleConnections(), 50);
  await app.close();
  clearInterval(closing);
}
