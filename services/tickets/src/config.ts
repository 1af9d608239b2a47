import { HttpConfig, marketSettings } from '@boxoffice/common';
import { z } from 'zod';

/** The settings of the processes that answer the commands and the queries of tickets. */
export const TicketsConfig = z.object({ ...HttpConfig.shape, ...marketSettings });
export type TicketsConfig = z.infer<typeof TicketsConfig>;

/** The market of the settings. */
export function marketOf({
  CURRENCY: currency,
  HOLD_SECONDS: holdSeconds,
}: Pick<TicketsConfig, keyof typeof marketSettings>) {
  return { currency, holdSeconds };
}
