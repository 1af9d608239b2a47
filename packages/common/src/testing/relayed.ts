import type { EventBus } from '../event-bus/event-bus.ts';
import { follow } from '../event-bus/follow.ts';
import { startRelay, volatileCursor } from '../event-bus/relay.ts';
import { appendTo } from '../event-log/event-log.suite.ts';
import { openSqliteEventLog } from '../event-log/sqlite.ts';
import type { Cursor } from '../reactions/cursors.ts';

/** A log of one's own with a relay and a follower, for tests of what happens between the two. */
export function relayed(stack: AsyncDisposableStack, cursor: Cursor = volatileCursor(0)) {
  const log = stack.use(openSqliteEventLog(':memory:'));
  const seen: number[] = [];
  let count = 0;

  return {
    /** The positions that the followers were given, in the order in which they were. */
    seen,
    cursor,
    head: () => log.head(),
    /** Appends so many commits, one after the other. */
    async append(commits: number) {
      for (let n = 0; n < commits; n += 1) {
        count += 1;
        await log.append(appendTo({ [`ticket-${count}`]: 0 }));
      }
    },
    relayTo(bus: EventBus) {
      return stack.use(startRelay({ log, bus, take: async () => cursor, onError: () => undefined }));
    },
    /** Follows from where the last follower ended. */
    followOn(bus: EventBus, pollMs?: number): AsyncDisposable {
      const stop = new AbortController();
      const { signal } = stop;
      const options = { log, bus, name: 'follower', after: seen.at(-1) ?? 0, signal, ...(pollMs ? { pollMs } : {}) };
      const following = (async () => {
        for await (const commits of follow(options)) seen.push(...commits.map(({ position }) => position));
      })();
      return stack.use({
        async [Symbol.asyncDispose]() {
          stop.abort();
          await following;
        },
      });
    },
  };
}
