import { type CommandContext, type EventLog, fold, handle, type Outcome } from '@boxoffice/common';
import { streamName } from '@boxoffice/contracts';
import { payableOrder } from '../payment/payable-order.ts';
import { payment } from '../payment/payment.ts';
import { soldTicket } from '../payment/sold-ticket.ts';
import type { PaymentProvider } from '../provider/provider.ts';

/** Milliseconds that the provider may take to answer. */
const PATIENCE = 10_000;

/** Nobody waits for ever, not even for a provider that takes no notice of the signal. */
async function inTime<Result>(ask: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const signal = AbortSignal.timeout(PATIENCE);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('the payment provider did not answer in time')));
  });
  return Promise.race([ask(signal), late]);
}

/**
 * Finds out how a requested payment ended and writes it down: the money, the order and the ticket in one commit.
 * Called again, by a request or after a crash, it finds the same outcome and changes nothing.
 */
export async function settle(
  { log, provider }: { log: EventLog; provider: PaymentProvider },
  paymentId: string,
  context: CommandContext,
): Promise<Outcome | undefined> {
  const { state } = await fold(log, payment, streamName('payment', paymentId));
  if (state?.status !== 'requested') return undefined;
  const { orderId, ticketId, buyerId, amount, method } = state;
  const charge = { idempotencyKey: paymentId, orderId, amount, method };
  const outcome = await inTime((signal) => provider.charge(charge, signal));

  return handle(log, context, async (load) => {
    const attempt = await load(payment, paymentId);
    const events = payment.decide({ type: 'Settle', paymentId, outcome }, attempt.state);
    attempt.emit(events);
    if (events.length === 0) return;
    const succeeded = outcome.status === 'succeeded';
    const order = await load(payableOrder, orderId);
    order.emit(payableOrder.decide({ type: 'SettlePayment', orderId, paymentId, succeeded }, order.state));
    if (!succeeded) return;
    const ticket = await load(soldTicket, ticketId);
    ticket.emit(soldTicket.decide({ ticketId, orderId, buyerId, price: amount }, ticket.state));
  });
}
