import { HttpConfig, marketSettings } from '@boxoffice/common';
import { z } from 'zod';
import type { OrderRules } from './order/place-order.ts';

const { HOLD_SECONDS, FEE_BASIS_POINTS } = marketSettings;

/** The settings of the process that answers the commands of orders. */
export const CommandConfig = z.object({ ...HttpConfig.shape, HOLD_SECONDS, FEE_BASIS_POINTS });

/** The rules of the settings. */
export function rulesOf(config: Pick<z.infer<typeof CommandConfig>, 'HOLD_SECONDS' | 'FEE_BASIS_POINTS'>): OrderRules {
  return { holdSeconds: config.HOLD_SECONDS, feeBasisPoints: config.FEE_BASIS_POINTS };
}
