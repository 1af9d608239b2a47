import { z } from 'zod';
import { currencies } from './amount.ts';

/** An ISO 4217 code. */
export const Currency = z.enum(Object.keys(currencies) as [keyof typeof currencies]);
export type Currency = z.infer<typeof Currency>;

/** The dearest price that can be asked, in minor units. */
export const MAX_AMOUNT = 100_000_000;

/** An amount in minor units (cents, yen, fils): an integer, never a fraction. */
export const Amount = z
  .int({ error: 'must be a whole number of minor units' })
  .min(1, { error: 'must be more than zero' })
  .max(MAX_AMOUNT, { error: `must be ${MAX_AMOUNT} minor units or less` });

/** A price as stored: what may be asked today does not bind what was asked then. */
export const StoredMoney = z.strictObject({ amount: z.int(), currency: Currency });
export type StoredMoney = z.infer<typeof StoredMoney>;

/** A price as people may ask it. */
export const Money = z.strictObject({ amount: Amount, currency: Currency });
export type Money = z.infer<typeof Money>;
