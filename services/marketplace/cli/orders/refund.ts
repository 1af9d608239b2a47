import { ClientError, systemClock } from '@boxoffice/common';
import { Id } from '@boxoffice/contracts';
import { startRefund } from '@boxoffice/payments';
import { ArgumentError } from '../argument.ts';
import { RefusedError } from '../refused-error.ts';
import type { CommonOptions, Session } from '../session.ts';
import { say } from '../terminal/say.ts';

export interface RefundOptions extends CommonOptions {
  readonly then: 'relist' | 'withdraw';
}

/** `orders refund` */
export async function refund(session: Session, options: RefundOptions, orderId: string): Promise<void> {
  if (!Id.safeParse(orderId).success) throw new ArgumentError(`${orderId} is not the id of an order`);
  const { log, context } = session;
  const own = { ...context, commandId: `operator:${crypto.randomUUID()}`, at: systemClock.now() };
  const refunded = startRefund(log, { orderId, afterwards: options.then }, own);
  const { position } = await refunded.catch((error) => {
    throw error instanceof ClientError ? new RefusedError(error.message) : error;
  });
  const ticket = options.then === 'relist' ? 'The ticket is for sale again.' : 'The ticket is withdrawn.';
  say(`Written down at position ${position}. ${ticket} The market gives the money back, at once if it is running.`);
}
