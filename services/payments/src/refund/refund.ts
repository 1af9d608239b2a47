import { type Clock, type CommandContext, type EventLog, fold, handle, type Outcome } from '@boxoffice/common';
import { streamName } from '@boxoffice/contracts';
import { NothingToRefund, OrderNotFound } from '../payment/errors.ts';
import { payableOrder } from '../payment/payable-order.ts';
import { payment } from '../payment/payment.ts';
import { soldTicket } from '../payment/sold-ticket.ts';
import { checkProvider } from '../provider/check-provider.ts';
import type { PaymentProvider } from '../provider/provider.ts';
import { inTime } from '../settlement/in-time.ts';

export interface RefundOrder {
  readonly orderId: string;
  /** What becomes of the ticket. */
  readonly afterwards: 'relist' | 'withdraw';
}

/**
 * Undoes a sale: writes down that all of its money goes back, and takes the ticket from its buyer, in one commit. The
 * money follows by {@link finishRefund}.
 */
export function startRefund(
  log: EventLog,
  { orderId, afterwards }: RefundOrder,
  context: CommandContext,
): Promise<Outcome> {
  return handle(log, context, async (load) => {
    const order = await load(payableOrder, orderId);
    if (!order.state) throw new OrderNotFound();
    const { paidBy: paymentId, status, ticketId } = order.state;
    if (paymentId === undefined) throw new NothingToRefund(status);
    const paid = await load(payment, paymentId);
    const ticket = await load(soldTicket, ticketId);
    order.emit(payableOrder.decide({ type: 'StartRefund', orderId, paymentId, reason: 'operator' }, order.state));
    paid.emit(payment.decide({ type: 'Refund', paymentId, reason: 'operator' }, paid.state));
    ticket.emit(soldTicket.decide({ type: 'TakeBack', ticketId, orderId, afterwards }, ticket.state));
  });
}

/** Gives the money back that is to be given back, and writes that down. Called again, it changes nothing. */
export async function finishRefund(
  { log, clock, provider }: { log: EventLog; clock: Clock; provider: PaymentProvider },
  paymentId: string,
  context: CommandContext,
): Promise<Outcome | undefined> {
  const { state } = await fold(log, payment, streamName('payment', paymentId));
  if (state?.status !== 'refunding' || state.reference === undefined) return undefined;
  checkProvider(state, provider);
  const { orderId, amount, reference: charge } = state;
  const refund = { idempotencyKey: `refund-${paymentId}`, reference: charge, amount };
  const reference = await inTime((signal) => provider.refund(refund, signal));
  return handle(log, { ...context, at: clock.now() }, async (load) => {
    const given = await load(payment, paymentId);
    const events = payment.decide({ type: 'FinishRefund', paymentId, reference }, given.state);
    given.emit(events);
    if (events.length === 0) return;
    const order = await load(payableOrder, orderId);
    order.emit(payableOrder.decide({ type: 'FinishRefund', orderId, paymentId }, order.state));
  });
}
