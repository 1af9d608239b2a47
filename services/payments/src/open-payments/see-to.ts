import type { Clock, CommandContext, EventLog, ReadModel } from '@boxoffice/common';
import type { PaymentProvider } from '../provider/provider.ts';
import { finishRefund } from '../refund/refund.ts';
import { settle } from '../settlement/settle.ts';
import type { OpenPayment } from './projection.ts';

interface Dependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly provider: PaymentProvider;
  readonly open: ReadModel<OpenPayment>;
  /** Told of a payment that could not be dealt with; the others are, and it is when its turn comes again. */
  readonly onError: (error: unknown) => void;
}

/** Milliseconds for which a payment is left to the request that began it. */
const GRACE = 10_000;
/** Between two looks at the same payment, at first and at most. */
const [FIRST, MOST] = [1000, 60_000];
const AT_ONCE = 100;

/**
 * Sees to the payments that are neither settled nor given back: those whose process died, those that the provider
 * takes its time for, refunds on their way. Which they are is asked of the read model, so a restart forgets nothing;
 * one that has to wait is looked at less and less often, and holds up no other.
 */
export function paymentsSeenTo({ log, clock, provider, open, onError }: Dependencies): () => Promise<void> {
  const looks = new Map<string, { next: number; wait: number }>();

  async function seeTo({
    _id: paymentId,
    status,
    correlationId,
    position,
  }: OpenPayment & { _id: string; position: number }) {
    const context: CommandContext = {
      commandId: crypto.randomUUID(),
      mayRepeat: false,
      correlationId,
      causationId: String(position),
      actor: 'system:settle-payments',
      at: clock.now(),
    };
    if (status === 'refunding') await finishRefund({ log, clock, provider }, paymentId, context);
    else await settle({ log, clock, provider }, paymentId, context);
  }

  return async () => {
    const now = Date.parse(clock.now());
    const all = await open.find({}, { sort: { since: 1 }, limit: AT_ONCE * 10 });
    const isDue = ({ _id, status, since }: (typeof all)[number]) =>
      (looks.get(_id)?.next ?? 0) <= now && (status !== 'requested' || Date.parse(since) + GRACE <= now);
    const due = all.filter(isDue).slice(0, AT_ONCE);
    await Promise.all(
      due.map(async (payment) => {
        const { wait } = looks.get(payment._id) ?? { wait: FIRST };
        looks.set(payment._id, { next: now + wait, wait: Math.min(wait * 2, MOST) });
        await seeTo(payment).catch(onError);
      }),
    );
    const present = new Set(all.map(({ _id }) => _id));
    for (const id of looks.keys()) if (!present.has(id)) looks.delete(id);
  };
}
