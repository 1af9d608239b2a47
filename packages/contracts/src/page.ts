import { z } from 'zod';
import { InstantInput } from './time.ts';

/** A whole number as it stands in an address: decimal digits and nothing else. */
export function wholeNumber<Schema extends z.ZodType<number, number>>(schema: Schema) {
  return z
    .string()
    .regex(/^\d{1,12}$/, { error: 'must be a whole number' })
    .transform(Number)
    .pipe(schema);
}

/** The part of a query that asks for a page. */
export const pageQuery = {
  cursor: z.string().max(500).optional().meta({ description: '`nextCursor` of the page before' }),
  limit: wholeNumber(z.int().min(1).max(100)).default(20),
};

/** The query of a history: a part of it, as it was at a moment. The moment of the request without `asOf`. */
export const HistoryQuery = z.strictObject({
  asOf: InstantInput.optional().meta({ description: 'Nothing that happened after this moment is told' }),
  ...pageQuery,
  limit: wholeNumber(z.int().min(1).max(100)).default(100),
});
export type HistoryQuery = z.infer<typeof HistoryQuery>;

/** A page of `item`s. `nextCursor` is there while there are more. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() });
}
