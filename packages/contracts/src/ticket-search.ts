import { z } from 'zod';
import { Id } from './id.ts';
import { Amount, StoredMoney } from './money.ts';
import { page, pageQuery, wholeNumber } from './page.ts';
import { MAX_QUANTITY, TicketView } from './tickets.ts';
import { Day } from './time.ts';

export const TicketSort = z.enum(['soonest', 'cheapest', 'dearest', 'newest']);
export type TicketSort = z.infer<typeof TicketSort>;

/** The query of `GET /api/tickets`. Prices are in minor units of the market's currency; days are the show's own. */
export const TicketSearch = z.strictObject({
  q: z.string().max(200).optional().meta({ description: 'Words of title, venue and city; the last may be unfinished' }),
  minPrice: wholeNumber(Amount).optional(),
  maxPrice: wholeNumber(Amount).optional(),
  city: z.string().max(80).optional(),
  from: Day.optional(),
  to: Day.optional(),
  quantity: wholeNumber(z.int().min(1).max(MAX_QUANTITY))
    .optional()
    .meta({ description: 'Sold together: this many or more' }),
  seller: Id.optional(),
  status: z.enum(['available', 'all']).default('available').meta({ description: '`all` shows reserved and sold too' }),
  sort: TicketSort.default('soonest'),
  ...pageQuery,
});
export type TicketSearch = z.infer<typeof TicketSearch>;

/** The most tickets that a search counts. */
export const MAX_TOTAL = 1000;

export const TicketSearchReply = z
  .object({
    ...page(TicketView).shape,
    /** `capped`: there are more than {@link MAX_TOTAL}. */
    total: z.object({ count: z.int(), capped: z.boolean() }),
    facets: z.object({
      cities: z.array(z.object({ city: z.string(), count: z.int() })),
      months: z.array(
        z.object({
          month: z
            .string()
            .regex(/^\d{4}-\d{2}$/)
            .meta({ example: '2027-03' }),
          count: z.int(),
        }),
      ),
      price: z.object({ min: z.int(), max: z.int() }).nullable(),
      quantities: z.array(z.object({ quantity: z.int(), count: z.int() })),
    }),
  })
  .meta({ id: 'TicketSearchReply' });
export type TicketSearchReply = z.infer<typeof TicketSearchReply>;

/** The query of `GET /api/tickets/suggestions`: what has been typed so far; the last word may be unfinished. */
export const SuggestionsQuery = z.strictObject({ q: z.string().max(200) });
export type SuggestionsQuery = z.infer<typeof SuggestionsQuery>;

/** The most suggestions that are made. */
export const MAX_SUGGESTIONS = 8;

/** What one may have begun to type. `price` is the lowest that is asked; `count` may leave some out where there are many. */
export const Suggestion = z.object({
  kind: z.enum(['show', 'city', 'venue']),
  text: z.string(),
  count: z.int(),
  price: StoredMoney,
});
export type Suggestion = z.infer<typeof Suggestion>;

export const SuggestionsReply = z
  .object({ items: z.array(Suggestion).max(MAX_SUGGESTIONS) })
  .meta({ id: 'Suggestions' });
export type SuggestionsReply = z.infer<typeof SuggestionsReply>;

/** The most tickets that are shown beside another one. */
export const MAX_SIMILAR = 6;

export const SimilarReply = z.object({ items: z.array(TicketView).max(MAX_SIMILAR) }).meta({ id: 'SimilarTickets' });
export type SimilarReply = z.infer<typeof SimilarReply>;
