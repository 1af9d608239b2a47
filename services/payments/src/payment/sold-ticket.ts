import type { Decider } from '@boxoffice/common';
import { type Money, type TicketEvent, TicketSold, ticketEvents } from '@boxoffice/contracts';

export interface SoldTicketState {
  /** The order that holds the ticket. */
  readonly heldBy: string | undefined;
}

interface Sell {
  readonly ticketId: string;
  readonly orderId: string;
  readonly buyerId: string;
  readonly price: Money;
}

/** The sale of a ticket, in one commit with the payment that pays for it. */
export const soldTicket: Decider<SoldTicketState, Sell, TicketEvent> = {
  events: ticketEvents,

  initial: { heldBy: undefined },

  decide(sell, { heldBy }) {
    if (heldBy !== sell.orderId) throw new Error(`ticket ${sell.ticketId} is not held by order ${sell.orderId}`);
    return [TicketSold.of(sell)];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'TicketReserved':
        return { heldBy: event.data.orderId };
      case 'TicketReleased':
      case 'TicketSold':
        return { heldBy: undefined };
      case 'TicketListed':
      case 'TicketRepriced':
      case 'TicketDetailsChanged':
      case 'TicketWithdrawn':
        return state;
    }
  },
};
