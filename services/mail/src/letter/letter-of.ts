import { type EventLog, fold, recordedEvents } from '@boxoffice/common';
import { type OrderEvent, orderEvents, streamName, type TicketEvent, ticketEvents } from '@boxoffice/contracts';
import { mailedOrder } from '../notice/mailed-order.ts';
import type { Notice } from '../notice/notice.ts';
import { type Written, written } from './letter.ts';
import { writeLetter } from './write-letter.ts';

/**
 * The mail that a notice asks for, from the log as it was when that happened: the same words each time. Nothing when
 * the log does not know of it, because it was replaced by an older one.
 */
export async function letterOf(log: EventLog, notice: Notice, origin: string): Promise<Written | undefined> {
  const { kind, orderId, position } = notice;
  const [commit] = await log.read(position - 1, 1);
  const { state: order } = await fold(log, mailedOrder, streamName('order', orderId), position);
  if (!commit || !order) return undefined;
  const events = recordedEvents<OrderEvent | TicketEvent>(commit, [orderEvents, ticketEvents]);
  return written(writeLetter({ kind, order, events, origin }));
}
