import { InvalidInput } from '@boxoffice/common';
import type { WebhookDeliveriesQuery, WebhookDeliveriesReply } from '@boxoffice/contracts';
import { z } from 'zod';
import type { Deliveries, DeliveryPlace } from './deliveries.ts';
import { deliveryView } from './view.ts';

const Place = z.tuple([z.int(), z.string()]);

/**
 * A page of what was sent to a webhook, the last position first.
 * @throws {InvalidInput} the cursor is none
 */
export async function deliveriesPage(
  deliveries: Deliveries,
  webhookId: string,
  { cursor, limit }: z.output<typeof WebhookDeliveriesQuery>,
): Promise<WebhookDeliveriesReply> {
  const after = cursor === undefined ? {} : { after: read(cursor) };
  const found = await deliveries.page(webhookId, { ...after, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = last && found.length > limit ? { nextCursor: written(last) } : {};
  return { items: items.map(deliveryView), ...next };
}

function written({ position, id }: DeliveryPlace): string {
  return Buffer.from(JSON.stringify([position, id])).toString('base64url');
}

function read(cursor: string): DeliveryPlace {
  try {
    const [position, id] = Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { position, id };
  } catch {
    throw new InvalidInput([{ field: 'cursor', message: 'must be the nextCursor of a page before' }]);
  }
}
