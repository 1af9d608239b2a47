import type { Commit } from '@boxoffice/contracts';
import type { EventBus } from './event-bus.ts';

/** The bus of the embedded mode: everybody is in this process. */
export function inProcessEventBus(): EventBus {
  const handlers = new Set<(commit: Commit) => Promise<void> | void>();
  return {
    async publish(commit) {
      await Promise.all([...handlers].map(async (handler) => handler(commit)));
    },
    async subscribe(_name, handler) {
      handlers.add(handler);
      return {
        async [Symbol.asyncDispose]() {
          handlers.delete(handler);
        },
      };
    },
    async [Symbol.asyncDispose]() {
      handlers.clear();
    },
  };
}
