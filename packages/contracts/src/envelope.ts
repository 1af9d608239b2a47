import { z } from 'zod';
import { Instant } from './time.ts';

/** A stream's name: its category, a dash, its id. */
export const StreamName = z.string().regex(/^[a-z]+-[\w-]{1,128}$/);

/** One event inside a commit, with the stream it belongs to. */
export const StoredEvent = z.strictObject({
  stream: StreamName,
  type: z.string(),
  version: z.int().min(1),
  data: z.unknown(),
});
export type StoredEvent = z.infer<typeof StoredEvent>;

/**
 * The unit of the log: everything that one command changed, in one or several streams, all of it or none.
 *
 * `position` counts the commits of the log from 1 without a hole. `revision` counts the commits that touched the
 * stream, from 1 without a hole; this commit made each of `streams` what it says.
 */
export const Commit = z.strictObject({
  position: z.int().min(1),
  streams: z.array(z.strictObject({ id: StreamName, revision: z.int().min(1) })).min(1),
  events: z.array(StoredEvent).min(1),
  /** Unique in the log: a repeated command finds its first outcome by it. */
  commandId: z.string(),
  /** The same for everything that one request of a person set in motion. */
  correlationId: z.string(),
  /** The command or the commit that made this one happen, when it was not a person. */
  causationId: z.string().optional(),
  /** Who did it: a user's id, or `system:<reaction>`. */
  actor: z.string(),
  /** Digest of the request's body, so that a key used twice for different things is noticed. */
  fingerprint: z.string().optional(),
  at: Instant,
});
export type Commit = z.infer<typeof Commit>;

/** `ticket`, `4f…` → `ticket-4f…` */
export function streamName(category: string, id: string): string {
  return `${category}-${id}`;
}

/** `ticket-4f…` → `ticket` */
export function categoryOf(stream: string): string {
  return stream.slice(0, stream.indexOf('-'));
}
