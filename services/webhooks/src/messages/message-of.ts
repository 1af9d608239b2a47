import { type EventLog, fold, type Recorded } from '@boxoffice/common';
import { type EventSet, type OrderEvent, orderEvents, type TicketEvent, ticketEvents } from '@boxoffice/contracts';
import type { Message } from './message.ts';
import { billed, orderMessage } from './order-message.ts';
import { offered, ticketMessage } from './ticket-message.ts';

export type ToldEvent = TicketEvent | OrderEvent;
export const toldEvents: readonly EventSet<ToldEvent>[] = [ticketEvents, orderEvents];

/** What whoever it concerns is told of an event: the same whenever it is asked. */
export async function messageOf(log: EventLog, event: Recorded<ToldEvent>): Promise<Message | undefined> {
  const { stream, position } = event;
  if (isTicketEvent(event)) {
    const { state } = await fold(log, offered, stream, position);
    return state && ticketMessage(event, state);
  }
  const { state } = await fold(log, billed, stream, position);
  return state && orderMessage(event, state);
}

function isTicketEvent(event: Recorded<ToldEvent>): event is Recorded<TicketEvent> {
  return event.type.startsWith('Ticket');
}
