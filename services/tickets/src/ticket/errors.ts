import { ClientError } from '@boxoffice/common';
import type { ErrorCode } from '@boxoffice/contracts';

/** 404: no ticket has this id. */
export class TicketNotFound extends ClientError {
  constructor() {
    super('ticket-not-found', 'There is no ticket with this id');
  }
}

/** 403: somebody else sells it. */
export class NotYourTicket extends ClientError {
  constructor() {
    super('not-your-ticket', 'Only the seller of a ticket may change or withdraw it');
  }
}

/** 409: it is not open to changes. */
export class TicketLocked extends ClientError {
  constructor(status: 'reserved' | 'sold' | 'withdrawn') {
    const code: ErrorCode = `ticket-${status}`;
    const reasons = {
      reserved: 'Somebody is buying this ticket: while it is reserved it stays as it is',
      sold: 'The ticket is sold: it stays as it was bought',
      withdrawn: 'The ticket was withdrawn: list it again as a new one',
    };
    super(code, reasons[status]);
  }
}
