import type { Commit } from '@boxoffice/contracts';
import { busPublished } from '../metrics/bus.ts';
import type { EventBus } from './event-bus.ts';

type Handler = (commit: Commit) => Promise<void> | void;

/** The bus of the embedded mode: everybody is in this process. `publish` rejects when a handler does. */
export function inProcessEventBus(): EventBus {
  const subscribers = new Map<string, Handler[]>();
  return {
    async publish(commit) {
      await Promise.all([...subscribers.values()].map(async (handlers) => inTurn(handlers)?.(commit)));
      busPublished.inc({ broker: 'in-process' });
    },
    async subscribe(name, handler) {
      const before = subscribers.get(name) ?? [];
      subscribers.set(name, [...before, handler]);
      return {
        async [Symbol.asyncDispose]() {
          const left = subscribers.get(name)?.filter((other) => other !== handler) ?? [];
          subscribers.set(name, left);
        },
      };
    },
    async [Symbol.asyncDispose]() {
      subscribers.clear();
    },
  };
}

/** The one among those who share a name whose turn it is. */
function inTurn(handlers: Handler[]): Handler | undefined {
  const next = handlers.shift();
  if (next) handlers.push(next);
  return next;
}
