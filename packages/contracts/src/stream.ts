import { z } from 'zod';
import { Id } from './id.ts';
import { StoredMoney } from './money.ts';
import { OrderStatus } from './orders.ts';
import { wholeNumber } from './page.ts';
import { TicketStatus } from './tickets.ts';
import { Instant } from './time.ts';

/** The most tickets that one connection follows: those of the longest page. */
export const MAX_FOLLOWED = 100;

const Ids = z
  .string()
  .max(MAX_FOLLOWED * 40)
  .transform((text) => text.split(','))
  .pipe(z.array(Id).max(MAX_FOLLOWED));

/** The query of `GET /api/stream`: what to be told of. */
export const StreamQuery = z
  .strictObject({
    tickets: Ids.optional().meta({ description: `Ids of tickets, with commas between them; ${MAX_FOLLOWED} at most` }),
    orders: z.literal('mine').optional().meta({ description: "One's own orders, and one's own listings" }),
    after: wholeNumber(z.int()).optional().meta({
      description: 'The `Event-Position` that is shown already; `Last-Event-ID` goes before it. Without: from now on',
    }),
  })
  .refine(({ tickets, orders }) => tickets !== undefined || orders !== undefined, {
    path: ['tickets'],
    error: 'must say what to follow: tickets, orders or both',
  });
export type StreamQuery = z.infer<typeof StreamQuery>;

const where = { position: z.int(), at: Instant };

/** A ticket after a commit that touched it. Who bought or reserved it is nobody's business. */
export const TicketChange = z.object({
  kind: z.literal('ticket'),
  ...where,
  ticketId: Id,
  status: TicketStatus,
  revision: z.int(),
  /** What the seller asks. */
  price: StoredMoney,
  /** While reserved: when the hold ends unless it is paid. */
  reservedUntil: Instant.optional(),
});
export type TicketChange = z.infer<typeof TicketChange>;

/** An order after a commit that touched it, for its buyer alone. */
export const OrderChange = z.object({ kind: z.literal('order'), ...where, orderId: Id, status: OrderStatus });
export type OrderChange = z.infer<typeof OrderChange>;

export const StreamChange = z.discriminatedUnion('kind', [TicketChange, OrderChange]);
export type StreamChange = z.infer<typeof StreamChange>;

/** The data of an event `changes`: all that one commit changed of what is followed. Its `id` is their position. */
export const StreamChanges = z.array(StreamChange).min(1).meta({ id: 'StreamChanges' });
export type StreamChanges = z.infer<typeof StreamChanges>;

/**
 * The data of two more events. `ready`: what follows comes after this position. `reset`: so does this, and what came
 * before cannot be told: load afresh.
 */
export const StreamPosition = z.object({ position: z.int() });
export type StreamPosition = z.infer<typeof StreamPosition>;
