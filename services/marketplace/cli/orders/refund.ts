import { Id } from '@boxoffice/contracts';
import { startRefund } from '@boxoffice/payments';
import { ArgumentError } from '../argument.ts';
import { type CommonOptions, newContext, type Session } from '../session.ts';
import { say } from '../terminal/say.ts';

export interface RefundOptions extends CommonOptions {
  readonly then: 'relist' | 'withdraw';
}

/** `orders refund` */
export async function refund(session: Session, options: RefundOptions, orderId: string): Promise<void> {
  if (!Id.safeParse(orderId).success) throw new ArgumentError(`${orderId} is not the id of an order`);
  const { position } = await startRefund(session.log, { orderId, afterwards: options.then }, newContext(session));
  const ticket = options.then === 'relist' ? 'The ticket is for sale again.' : 'The ticket is withdrawn.';
  say(`Written down at position ${position}. ${ticket} The market gives the money back, at once if it is running.`);
}
