import { InvalidInput } from '@boxoffice/common';
import type { MarketView, Money, TicketDetails, TicketInput } from '@boxoffice/contracts';

/** Milliseconds ahead of which nobody sells tickets. */
const HORIZON = 5 * 366 * 24 * 3_600_000;

/**
 * What a seller offers, by the rules of this market at this time.
 * @throws {InvalidInput} another currency, or a show that has begun or is years away
 */
export function offerOf(input: TicketInput, market: MarketView, now: string): { details: TicketDetails; price: Money } {
  const { price, ...given } = input;
  if (price.currency !== market.currency)
    throw new InvalidInput([{ field: 'price.currency', message: `must be ${market.currency}, as all of this market` }]);
  if (given.startsAt !== undefined && given.startsAt <= now)
    throw new InvalidInput([{ field: 'startsAt', message: 'must be in the future' }]);
  if (given.startsAt !== undefined && Date.parse(given.startsAt) > Date.parse(now) + HORIZON)
    throw new InvalidInput([{ field: 'startsAt', message: 'must be within the next five years' }]);
  return { details: given, price };
}
