import { type Clock, type CommandContext, type EventLog, eventOf, fold, handle, InvalidInput } from '@boxoffice/common';
import { type Pay, paymentEvents, streamName } from '@boxoffice/contracts';
import type { PaymentProvider } from '../provider/provider.ts';
import { settle } from '../settlement/settle.ts';
import { OrderNotFound } from './errors.ts';
import { holdUntil, payableOrder } from './payable-order.ts';
import { type PaymentState, payment } from './payment.ts';
import { soldTicket } from './sold-ticket.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly provider: PaymentProvider;
  /** How long a hold lasts at least from the start of its first payment. */
  readonly paySeconds: number;
  /** Told when the provider's answer is not known: the payment is under way, and the reaction settles it. */
  readonly onUnsettled: (error: unknown, paymentId: string) => void;
}

export interface PaymentResult {
  readonly id: string;
  readonly state: NonNullable<PaymentState>;
  readonly position: number;
}

/** Writes down that a payment is wanted, asks the provider, writes down what came of it. */
export async function pay(
  { log, clock, provider, paySeconds, onUnsettled }: Dependencies,
  { orderId, paymentMethod: method }: Pay,
  context: CommandContext,
): Promise<PaymentResult> {
  const newId = crypto.randomUUID();
  const requested = await handle(log, context, async (load) => {
    checkMethod(provider, method);
    const order = await load(payableOrder, orderId);
    const ids = { orderId, paymentId: newId, buyerId: context.actor };
    const payUntil = new Date(Date.parse(context.at) + paySeconds * 1000).toISOString();
    const start = { type: 'StartPayment', ...ids, at: context.at, payUntil } as const;
    const started = payableOrder.decide(start, order.state);
    if (!order.state) throw new OrderNotFound();
    const { ticketId, total: amount } = order.state;
    const expiresAt = holdUntil(order.state, payUntil);
    if (expiresAt !== order.state.expiresAt) {
      const ticket = await load(soldTicket, ticketId);
      ticket.emit(soldTicket.decide({ type: 'Extend', ticketId, orderId, expiresAt }, ticket.state));
    }
    const attempt = await load(payment, newId);
    const command = { type: 'Request', ...ids, ticketId, amount, provider: provider.name, method } as const;
    order.emit(started);
    attempt.emit(payment.decide(command, attempt.state));
  });

  const id = eventOf(requested, paymentEvents)?.data.paymentId ?? newId;
  try {
    await settle({ log, clock, provider }, id, settlementOf(context, requested.position));
  } catch (error) {
    onUnsettled(error, id);
  }
  const { state, position } = await fold(log, payment, streamName('payment', id));
  if (!state) throw new Error(`payment ${id} is not in the log`);
  return { id, state, position };
}

function settlementOf({ correlationId, actor, at }: CommandContext, position: number): CommandContext {
  const commandId = crypto.randomUUID();
  return { commandId, mayRepeat: false, correlationId, causationId: String(position), actor, at };
}

function checkMethod(provider: PaymentProvider, method: string): void {
  const ids = provider.methods.map(({ id }) => id);
  if (!ids.includes(method))
    throw new InvalidInput([{ field: 'paymentMethod', message: `must be one of ${ids.join(', ')}` }]);
}
