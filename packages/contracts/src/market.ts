import { z } from 'zod';
import { Currency } from './money.ts';

/** `GET /api/market`: what holds for the whole market. */
export const MarketView = z
  .object({
    /** All prices are in it. */
    currency: Currency,
    /** How long a reservation is held for its buyer. */
    holdSeconds: z.int(),
    /** How long a hold lasts at least from the start of its first payment. */
    paySeconds: z.int(),
    /** What the market adds to each price, in hundredths of a percent: `shareOf(price, feeBasisPoints)`. */
    feeBasisPoints: z.int(),
  })
  .meta({ id: 'Market' });
export type MarketView = z.infer<typeof MarketView>;
