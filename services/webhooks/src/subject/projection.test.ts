import { projected } from '@boxoffice/common/testing';
import { expect, test } from 'vitest';
import { buyerId, listed, orderStream, paid, placed, reserved, sellerId, sold, ticketStream } from '../controls.ts';
import { subjects } from './projection.ts';

test('a ticket is its seller’s, an order its buyer’s, whatever happens to them', async () => {
  const documents = await projected(
    subjects,
    { [ticketStream]: [listed] },
    { [ticketStream]: [reserved], [orderStream]: [placed] },
    { [ticketStream]: [sold], [orderStream]: [paid] },
  );
  expect([...documents.values()]).toStrictEqual([
    { _id: orderStream, position: 2, ownerId: buyerId },
    { _id: ticketStream, position: 1, ownerId: sellerId },
  ]);
});
