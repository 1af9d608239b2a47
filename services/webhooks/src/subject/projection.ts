import type { Projection } from '@boxoffice/common';
import { type OrderEvent, orderEvents, type TicketEvent, ticketEvents } from '@boxoffice/contracts';

/** Whom it concerns: of a ticket its seller, of an order its buyer. */
export interface Subject {
  readonly ownerId: string;
}

/** Every ticket and every order, by the name of its stream. */
export const subjects: Projection<Subject, TicketEvent | OrderEvent> = {
  name: 'webhook-subjects',
  version: 1,
  indexes: [{ key: { ownerId: 1, _id: 1 } }],
  events: [ticketEvents, orderEvents],

  keys({ type, data }) {
    if (type === 'TicketListed') return [`ticket-${data.ticketId}`];
    return type === 'OrderPlaced' ? [`order-${data.orderId}`] : [];
  },

  apply(subject, { type, data }) {
    if (type === 'TicketListed') return { ownerId: data.sellerId };
    return type === 'OrderPlaced' ? { ownerId: data.buyerId } : subject;
  },
};
