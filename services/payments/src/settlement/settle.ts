import {
  type Clock,
  type CommandContext,
  type EventLog,
  fold,
  handle,
  type Load,
  type Outcome,
} from '@boxoffice/common';
import { streamName } from '@boxoffice/contracts';
import { isAwaited, payableOrder } from '../payment/payable-order.ts';
import { type PaymentState, payment } from '../payment/payment.ts';
import { soldTicket } from '../payment/sold-ticket.ts';
import { checkProvider } from '../provider/check-provider.ts';
import type { ChargeOutcome, PaymentProvider } from '../provider/provider.ts';
import { inTime } from './in-time.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly provider: PaymentProvider;
}

/**
 * Finds out how a payment stands and writes it down, the money, the order and the ticket in one commit. Called again,
 * by a request, by the provider's message or after a crash, it finds the same and changes nothing.
 *
 * A charge that nobody waits for any more is called off first. What was taken nevertheless buys the ticket if it can
 * still be had, and is given back otherwise.
 */
export async function settle(
  { log, clock, provider }: Dependencies,
  paymentId: string,
  context: CommandContext,
): Promise<Outcome | undefined> {
  const { state } = await fold(log, payment, streamName('payment', paymentId));
  if (!state || ['succeeded', 'refunding', 'refunded'].includes(state.status)) return undefined;
  checkProvider(state, provider);
  const { orderId, amount, method } = state;
  const charge = { idempotencyKey: paymentId, orderId, amount, method };
  const { state: order } = await fold(log, payableOrder, streamName('order', orderId));
  const outcome = await inTime((signal) =>
    isAwaited(order, paymentId) ? provider.charge(charge, signal) : provider.cancel(charge, signal),
  );
  // Not when it was asked: the provider may take its time, and the hold may have ended meanwhile.
  const at = clock.now();
  return handle(log, { ...context, at }, (load) => writeDown(load, paymentId, outcome, at));
}

async function writeDown(load: Load, paymentId: string, outcome: ChargeOutcome, at: string): Promise<void> {
  const attempt = await load(payment, paymentId);
  const events = payment.decide({ type: 'Settle', paymentId, outcome }, attempt.state);
  attempt.emit(events);
  if (events.length === 0 || !attempt.state) return;
  const { orderId } = attempt.state;
  const order = await load(payableOrder, orderId);
  const tell = (type: 'Delay' | 'Decline') =>
    order.emit(payableOrder.decide({ type, orderId, paymentId }, order.state));
  switch (outcome.status) {
    case 'pending':
      return tell('Delay');
    case 'declined':
      return tell('Decline');
    case 'succeeded':
      if (await sell(load, attempt.state, paymentId, at)) return;
      order.emit(payableOrder.decide({ type: 'StartRefund', orderId, paymentId, reason: 'late' }, order.state));
      attempt.emit(
        payment.decide({ type: 'Refund', paymentId, reason: 'late' }, { ...attempt.state, status: 'succeeded' }),
      );
  }
}

/** Gives the order its ticket, held for it or free again. Answers whether it could. */
async function sell(load: Load, paid: NonNullable<PaymentState>, paymentId: string, at: string): Promise<boolean> {
  const { orderId, ticketId, buyerId } = paid;
  const order = await load(payableOrder, orderId);
  const isOpen = order.state && ['placed', 'paying', 'expired', 'cancelled'].includes(order.state.status);
  if (!order.state || !isOpen || order.state.paidBy !== undefined) return false;
  const ticket = await load(soldTicket, ticketId);
  const { price } = order.state;
  const sold = soldTicket.decide({ type: 'Sell', ticketId, orderId, buyerId, price, at }, ticket.state);
  if (sold.length === 0) return false;
  ticket.emit(sold);
  order.emit(payableOrder.decide({ type: 'Pay', orderId, paymentId }, order.state));
  return true;
}
