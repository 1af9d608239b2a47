import type { Decider } from '@boxoffice/common';
import {
  type StoredMoney,
  type TicketEvent,
  TicketHoldExtended,
  TicketReserved,
  TicketReturned,
  TicketSold,
  type TicketStatus,
  TicketWithdrawn,
  ticketEvents,
} from '@boxoffice/contracts';

/** A ticket as its sale sees it; nothing before it is listed. */
export type SoldTicketState =
  | undefined
  | {
      readonly status: TicketStatus;
      readonly price: StoredMoney;
      readonly startsAt: string | undefined;
      /** The order that holds it, or that it is sold to. */
      readonly orderId?: string;
    };

export type SoldTicketCommand = { readonly ticketId: string; readonly orderId: string } & (
  | { readonly type: 'Extend'; readonly expiresAt: string }
  | { readonly type: 'Sell'; readonly buyerId: string; readonly price: StoredMoney; readonly at: string }
  | { readonly type: 'TakeBack'; readonly afterwards: 'relist' | 'withdraw' }
);

/** The sale of a ticket, in one commit with the payment that pays for it, and its undoing with the refund. */
export const soldTicket: Decider<SoldTicketState, SoldTicketCommand, TicketEvent> = {
  events: ticketEvents,

  initial: undefined,

  /** `Sell` answers nothing when the order can have the ticket no more. */
  decide(command, state) {
    const { ticketId, orderId } = command;
    if (!state) throw new Error(`there is no ticket ${ticketId}`);
    const isItsOwn = state.orderId === orderId;
    switch (command.type) {
      case 'Extend':
        return isItsOwn ? [TicketHoldExtended.of({ ticketId, orderId, expiresAt: command.expiresAt })] : [];
      case 'Sell': {
        const { buyerId, price, at } = command;
        const sold = TicketSold.of({ ticketId, orderId, buyerId, price });
        if (isItsOwn && state.status === 'reserved') return [sold];
        return isStillFree(state, price, at)
          ? [TicketReserved.of({ ticketId, orderId, buyerId, expiresAt: at }), sold]
          : [];
      }
      case 'TakeBack':
        if (!isItsOwn || state.status !== 'sold') return [];
        return command.afterwards === 'relist'
          ? [TicketReturned.of({ ticketId, orderId })]
          : [TicketWithdrawn.of({ ticketId })];
    }
  },

  evolve(state, event) {
    if (event.type === 'TicketListed') {
      const { price, startsAt } = event.data;
      return { status: 'available', price, startsAt };
    }
    if (!state) throw new Error(`${event.type} before TicketListed`);
    const { orderId: _, ...free } = state;
    switch (event.type) {
      case 'TicketRepriced':
        return { ...state, price: event.data.price };
      case 'TicketDetailsChanged':
        return { ...state, startsAt: event.data.startsAt };
      case 'TicketWithdrawn':
        return { ...free, status: 'withdrawn' };
      case 'TicketReserved':
        return { ...state, status: 'reserved', orderId: event.data.orderId };
      case 'TicketHoldExtended':
        return state;
      case 'TicketReleased':
      case 'TicketReturned':
        return { ...free, status: 'available' };
      case 'TicketSold':
        return { ...state, status: 'sold', orderId: event.data.orderId };
    }
  },
};

/** For money that came late: nobody else has it, it costs what was paid, and the show is still to come. */
function isStillFree(
  { status, price, startsAt }: NonNullable<SoldTicketState>,
  paid: StoredMoney,
  at: string,
): boolean {
  const costsTheSame = price.amount === paid.amount && price.currency === paid.currency;
  return status === 'available' && costsTheSame && (startsAt === undefined || startsAt > at);
}
