import { createHash } from 'node:crypto';
import type { Recorded } from '@boxoffice/common';
import type { MailKind, OrderEvent } from '@boxoffice/contracts';
import type { MailedOrder } from './mailed-order.ts';

/** Somebody is to be told of an event. Who that is and what the mail says is found out when it is sent. */
export interface Notice {
  /** The same for the same event and person, always: {@link noticeId}. */
  readonly id: string;
  readonly userId: string;
  readonly kind: MailKind;
  readonly orderId: string;
  /** Where the event is: the commit, and which of its events. */
  readonly position: number;
  readonly index: number;
  /** When it happened. */
  readonly at: string;
}

/** Who is to be told of an event of an order, the order being as that event left it. */
export function noticesOf(event: Recorded<OrderEvent>, { orderId, buyerId, sellerId }: MailedOrder): Notice[] {
  const { position, index, at } = event;
  const notice = (kind: MailKind, userId: string): Notice => ({
    id: noticeId(position, index, userId),
    userId,
    kind,
    orderId,
    position,
    index,
    at,
  });
  switch (event.type) {
    case 'OrderPlaced':
      return [notice('reserved', buyerId)];
    case 'OrderPaid':
      return [notice('paid', buyerId), notice('sold', sellerId)];
    case 'OrderExpired':
      return [notice('expired', buyerId)];
    case 'OrderCancelled':
      return [notice('cancelled', buyerId)];
    case 'OrderRefundStarted':
      // Late money never was a sale.
      return event.data.reason === 'operator' ? [notice('sale-undone', sellerId)] : [];
    case 'OrderRefunded':
      return [notice('refunded', buyerId)];
    case 'OrderPaymentStarted':
    case 'OrderPaymentDelayed':
    case 'OrderPaymentDeclined':
      return [];
  }
}

/** Names what `<position>.<index>.<recipient>` names, as an id from which nothing can be read (RFC 9562, version 8). */
export function noticeId(position: number, index: number, userId: string): string {
  const digest = createHash('sha256').update(`${position}.${index}.${userId}`).digest().subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  return digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
