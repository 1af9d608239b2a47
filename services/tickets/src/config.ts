import { HttpConfig, marketSettings } from '@boxoffice/common';
import type { MarketView } from '@boxoffice/contracts';
import { z } from 'zod';

/** The settings of the processes that answer the commands and the queries of tickets. */
export const TicketsConfig = z.object({ ...HttpConfig.shape, ...marketSettings });
export type TicketsConfig = z.infer<typeof TicketsConfig>;

/** The market of the settings. */
export function marketOf(config: Pick<TicketsConfig, keyof typeof marketSettings>): MarketView {
  const { CURRENCY: currency, HOLD_SECONDS: holdSeconds, PAY_SECONDS: paySeconds } = config;
  return { currency, holdSeconds, paySeconds, feeBasisPoints: config.FEE_BASIS_POINTS };
}
