import { ClientError } from '@boxoffice/common';
import { closedAs, type Money, type OrderStatus } from '@boxoffice/contracts';

/** 404: no ticket has this id. */
export class TicketNotFound extends ClientError {
  constructor() {
    super('ticket-not-found', 'There is no ticket with this id');
  }
}

/** 404: no order has this id, or it is another buyer's: the answer is the same. */
export class OrderNotFound extends ClientError {
  constructor() {
    super('order-not-found', 'You have no order with this id');
  }
}

/** 403: one would buy from oneself. */
export class OwnTicket extends ClientError {
  constructor() {
    super('own-ticket', 'You are selling this ticket yourself');
  }
}

/** 409: it cannot be bought. */
export class TicketNotForSale extends ClientError {
  constructor(status: 'reserved' | 'sold' | 'withdrawn') {
    const reasons = {
      reserved: 'Somebody else holds this ticket; if it is not paid in time it comes back',
      sold: 'Somebody else has bought this ticket',
      withdrawn: 'The seller has withdrawn this ticket',
    };
    super(`ticket-${status}`, reasons[status]);
  }
}

/** 409: too late. */
export class ShowStarted extends ClientError {
  constructor() {
    super('show-started', 'The show has begun; its tickets are not sold any more');
  }
}

/** 409: the buyer saw another price. */
export class PriceChanged extends ClientError {
  constructor(seen: Money, present: Money) {
    const say = ({ amount, currency }: Money) => `${amount} ${currency} (minor units)`;
    super('price-changed', `The price was ${say(seen)} when you looked and is ${say(present)} now`, {
      errors: [{ field: 'expectedPrice', message: `is ${say(seen)} and the price is ${say(present)}` }],
    });
  }
}

/** 409: the order has gone another way. */
export class OrderClosed extends ClientError {
  constructor(status: Exclude<OrderStatus, 'placed'>) {
    const reasons = {
      paying: 'A payment for this order is under way; wait for its outcome',
      paid: 'The order is paid: it cannot be cancelled any more',
      cancelled: 'The order was cancelled',
      expired: 'The time to pay has run out and the ticket has been released',
      refunding: 'The order has ended and its money is on the way back',
      refunded: 'The order has ended and its money was given back',
    };
    super(closedAs[status], reasons[status]);
  }
}
