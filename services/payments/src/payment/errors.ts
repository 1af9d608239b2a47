import { ClientError } from '@boxoffice/common';

/** 404: no order has this id, or it is another buyer's: the answer is the same. */
export class OrderNotFound extends ClientError {
  constructor() {
    super('order-not-found', 'You have no order with this id');
  }
}

/** 409: there is nothing to pay. */
export class OrderNotPayable extends ClientError {
  constructor(status: 'paying' | 'paid' | 'cancelled' | 'expired') {
    const code = status === 'paying' ? 'payment-in-progress' : (`order-${status}` as const);
    const reasons = {
      paying: 'A payment for this order is under way; wait for its outcome',
      paid: 'The order is paid already; nothing has been charged again',
      cancelled: 'The order was cancelled; nothing has been charged',
      expired: 'The time to pay has run out; nothing has been charged',
    };
    super(code, reasons[status]);
  }
}

/** 402: the provider said no. The hold stands: another method may be tried until it ends. */
export class Declined extends ClientError {
  constructor(reason: string) {
    super('payment-declined', `${reason}; nothing has been charged and the ticket is still held for you`);
  }
}
