import { WebhookDeliveryView } from '@boxoffice/contracts';
import type { Delivery } from './deliveries.ts';

/** What the owner of the webhook sees of a delivery. */
export function deliveryView({ dueAt: nextAttemptAt, ...delivery }: Delivery): WebhookDeliveryView {
  return WebhookDeliveryView.parse({ ...delivery, nextAttemptAt });
}
