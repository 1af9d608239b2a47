import type { Clock } from '@boxoffice/common';
import { type DeliverDependencies, deliver } from './deliver.ts';
import { overdueSeconds, pending } from './metrics.ts';

interface Dependencies extends DeliverDependencies {
  /** Told of a webhook whose deliveries could not be dealt with; those of others are. */
  readonly onError: (error: unknown) => void;
}

/** How many webhooks are sent to at the same time. */
const LANES = 32;
/** Milliseconds for which a delivery is ours: longer than an attempt may take, so that nobody sends it as well. */
const HELD = 15_000;
/** How many deliveries one webhook may have in a row before it is another's turn. */
const IN_A_ROW = 50;
/** Milliseconds for which a webhook rests after a failure, at first and at most. */
const [FIRST_REST, LONGEST_REST] = [1000, 60_000];

export interface Sender {
  /** Begins to send what is due and is not being sent. Resolves once it has begun, with the end of each webhook's turn. */
  begin(signal?: AbortSignal): Promise<readonly Promise<void>[]>;
  /** Says how much is waiting. */
  measure(): Promise<void>;
}

/**
 * Sends what is due: to one webhook one after the other, to many at the same time. One that fails rests, longer each
 * time, so that a receiver which hangs costs the others nothing but a lane now and then.
 */
export function webhookSender(dependencies: Dependencies): Sender {
  const { clock, deliveries, onError } = dependencies;
  const busy = new Set<string>();
  const resting = new Map<string, { readonly until: number; readonly rest: number }>();

  async function turn(webhookId: string, signal?: AbortSignal): Promise<void> {
    for (let sent = 0; sent < IN_A_ROW && !signal?.aborted; sent += 1) {
      const until = later(clock, HELD);
      const delivery = await deliveries.take(webhookId, clock.now(), until);
      if (!delivery) return;
      const delivered = await deliver(dependencies, delivery, until, signal);
      if (delivered === 'stopped') return;
      if (delivered === 'failed') return restAfterFailure(webhookId);
      resting.delete(webhookId);
    }
  }

  function restAfterFailure(webhookId: string): void {
    const { rest } = resting.get(webhookId) ?? { rest: FIRST_REST };
    resting.set(webhookId, {
      until: Date.parse(clock.now()) + rest,
      rest: Math.min(rest * 2, LONGEST_REST),
    });
  }

  /** Those that are not to be sent to now. What has rested for long is forgotten. */
  function excepted(): string[] {
    const now = Date.parse(clock.now());
    for (const [webhookId, { until }] of resting) if (until + LONGEST_REST * 2 < now) resting.delete(webhookId);
    const atRest = [...resting].filter(([, { until }]) => until > now).map(([webhookId]) => webhookId);
    return [...busy, ...atRest];
  }

  return {
    async begin(signal) {
      const free = LANES - busy.size;
      if (free === 0) return [];
      const due = await deliveries.due(clock.now(), { except: excepted(), limit: free });
      return due.map(async (webhookId) => {
        busy.add(webhookId);
        try {
          await turn(webhookId, signal);
        } catch (error) {
          restAfterFailure(webhookId);
          onError(new Error(`what is due at webhook ${webhookId} could not be sent`, { cause: error }));
        } finally {
          busy.delete(webhookId);
        }
      });
    },
    async measure() {
      const { pending: waiting, oldestDueAt } = await deliveries.depth();
      const overdue = oldestDueAt === undefined ? 0 : Date.parse(clock.now()) - Date.parse(oldestDueAt);
      pending.set(waiting);
      overdueSeconds.set(Math.max(0, overdue) / 1000);
    },
  };
}

function later(clock: Clock, milliseconds: number): string {
  return new Date(Date.parse(clock.now()) + milliseconds).toISOString();
}
