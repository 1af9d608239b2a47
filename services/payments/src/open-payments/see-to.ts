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
  const looks = new Map<string, { since: string; next: number; wait: number }>();

  /** The last one, unless something has happened to the payment since then: it is looked at anew. */
  function lookAt(id: string, since: string) {
    const look = looks.get(id);
    return look?.since === since ? look : undefined;
  }

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
    // All of them: those that rest must not stand before the others.
    const all = await open.find({}, { sort: { since: 1 } });
    const isDue = ({ _id, status, since }: (typeof all)[number]) =>
      (lookAt(_id, since)?.next ?? 0) <= now && (status !== 'requested' || Date.parse(since) + GRACE <= now);
    const due = all.filter(isDue).slice(0, AT_ONCE);
    await Promise.all(
      due.map(async (payment) => {
        const { _id, since } = payment;
        const { wait } = lookAt(_id, since) ?? { wait: FIRST };
        looks.set(_id, { since, next: now + wait, wait: Math.min(wait * 2, MOST) });
        await seeTo(payment).catch(onError);
      }),
    );
    const present = new Set(all.map(({ _id }) => _id));
    for (const id of looks.keys()) if (!present.has(id)) looks.delete(id);
  };
}
