import { z } from 'zod';
import { Commit, StreamName } from './envelope.ts';
import { Id } from './id.ts';
import { wholeNumber } from './page.ts';

/** The rules of positions and revisions as they stand in an address. */
const number = wholeNumber(z.int());
const limit = wholeNumber(z.int().min(1).max(100)).default(20);

/** A commit as operators see it. */
export const CommitView = Commit.omit({ fingerprint: true }).meta({ id: 'Commit' });
export type CommitView = z.infer<typeof CommitView>;

/** Commits above `after` or below `before`; the last ones without either. */
export const CommitsQuery = z
  .strictObject({ after: number.optional(), before: number.optional(), limit })
  .refine(({ after, before }) => after === undefined || before === undefined, {
    error: 'must not be there together with after',
    path: ['before'],
  });

/** The newest first. `older` and `newer` are there while there are more: the next `before` and the next `after`. */
export const CommitsReply = z
  .object({
    head: z.int(),
    items: z.array(CommitView),
    older: z.int().optional(),
    newer: z.int().optional(),
  })
  .meta({ id: 'Commits' });
export type CommitsReply = z.infer<typeof CommitsReply>;

export const CommitParams = z.strictObject({ position: wholeNumber(z.int().min(1)) });
export const LogStreamParams = z.strictObject({ stream: StreamName });
export const LogStreamQuery = z.strictObject({ after: number.default(0), limit });

/** A stream, in its order. `nextAfter` is there while there are more. */
export const LogStreamReply = z
  .object({
    stream: StreamName,
    revision: z.int(),
    items: z.array(
      CommitView.omit({ streams: true, events: true }).extend({
        revision: z.int(),
        events: z.array(z.object({ type: z.string(), version: z.int(), data: z.unknown() })),
        /** The other streams that the commit wrote to. */
        others: z.array(StreamName),
      }),
    ),
    nextAfter: z.int().optional(),
  })
  .meta({ id: 'LogStream' });
export type LogStreamReply = z.infer<typeof LogStreamReply>;

/** A commit in the story of an order. */
export const ChainStep = CommitView.extend({
  /** The position of the commit that it follows from, where that is another step. */
  cause: z.int().optional(),
  /** Milliseconds since the step before, and since the first. */
  sincePrevious: z.int(),
  sinceStart: z.int(),
});
export type ChainStep = z.infer<typeof ChainStep>;

/** An order by its own id, or by that of its ticket or of one of its payments, and all that it set in motion. */
export const OrderChain = z
  .object({
    foundBy: z.enum(['order', 'ticket', 'payment']),
    orderId: Id,
    ticketId: Id,
    paymentIds: z.array(Id),
    /** Of the same ticket, the newest first; this one as well. */
    orderIds: z.array(Id),
    steps: z.array(ChainStep),
  })
  .meta({ id: 'OrderChain' });
export type OrderChain = z.infer<typeof OrderChain>;
