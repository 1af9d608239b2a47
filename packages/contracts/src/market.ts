import { z } from 'zod';
import { Currency } from './money.ts';

/** `GET /api/market`: what holds for the whole market. */
export const MarketView = z
  .object({
    /** All prices are in it. */
    currency: Currency,
    /** How long a reservation is held for its buyer. */
    holdSeconds: z.int(),
  })
  .meta({ id: 'Market' });
export type MarketView = z.infer<typeof MarketView>;
