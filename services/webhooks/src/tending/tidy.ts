import type { Clock } from '@boxoffice/common';
import type { Deliveries } from '../deliveries/deliveries.ts';
import type { Secrets } from '../secrets/secrets.ts';

interface Dependencies {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly deliveries: Deliveries;
}

/** How often it is done, in milliseconds. */
export const TIDY_INTERVAL = 600_000;
/** Milliseconds for which is kept what was delivered and what was given up. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/** Destroys secrets that sign no more, and the record of deliveries that ended long ago. */
export async function tidy({ clock, secrets, deliveries }: Dependencies): Promise<void> {
  const now = clock.now();
  await secrets.sweep(now);
  await deliveries.prune(new Date(Date.parse(now) - KEPT).toISOString());
}
