import type { Commit } from '@boxoffice/contracts';

export interface Subscription extends AsyncDisposable {}

/**
 * Tells others of commits. A doorbell that carries the payload, never the only copy: what it loses, doubles or
 * reorders is put right from the log by {@link follow}, so any broker will do and one may be swapped for another.
 *
 * What an adapter promises (`event-bus.suite.ts`): a commit published while a subscription is alive reaches its
 * handler at least once; a handler's commit is acknowledged when its promise resolves.
 */
export interface EventBus extends AsyncDisposable {
  /** Resolves when the bus has the commit. */
  publish(commit: Commit): Promise<void>;

  /** `name` tells one subscriber from another; two processes that use the same name are one subscriber. */
  subscribe(name: string, handler: (commit: Commit) => Promise<void> | void): Promise<Subscription>;
}
