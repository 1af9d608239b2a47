import { ClientError } from '@boxoffice/common';
import { closedAs, type OrderStatus } from '@boxoffice/contracts';

/** 404: no order has this id, or it is another buyer's: the answer is the same. */
export class OrderNotFound extends ClientError {
  constructor() {
    super('order-not-found', 'You have no order with this id');
  }
}

/** 409: there is nothing to pay. */
export class OrderNotPayable extends ClientError {
  constructor(status: Exclude<OrderStatus, 'placed'>) {
    const reasons = {
      paying: 'A payment for this order is under way; wait for its outcome',
      paid: 'The order is paid already; nothing has been charged again',
      cancelled: 'The order was cancelled; nothing has been charged',
      expired: 'The time to pay has run out; nothing has been charged',
      refunding: 'The order has ended and its money is on the way back; nothing has been charged again',
      refunded: 'The order has ended and its money was given back; nothing has been charged again',
    };
    super(closedAs[status], reasons[status]);
  }
}

/** 402: the provider said no. The hold stands: another method may be tried until it ends. */
export class Declined extends ClientError {
  constructor(reason: string) {
    super('payment-declined', `${reason}; nothing has been charged and the ticket is still held for you`);
  }
}

/** 409: there is no sale to undo. */
export class NothingToRefund extends ClientError {
  constructor(status: OrderStatus) {
    super('order-not-paid', `The order is ${status}: there is nothing to give back`);
  }
}
