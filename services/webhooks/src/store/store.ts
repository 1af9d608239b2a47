import type { Deliveries } from '../deliveries/deliveries.ts';
import type { Secrets } from '../secrets/secrets.ts';

/** What webhooks need beside the log: what must be forgotten, and what would be too much for it. */
export interface WebhookStore extends AsyncDisposable {
  readonly secrets: Secrets;
  readonly deliveries: Deliveries;
}
