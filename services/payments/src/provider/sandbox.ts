import type { Clock } from '@boxoffice/common';
import { SandboxMethod } from '@boxoffice/contracts';
import type { BookedCharge, SandboxBooks } from './books.ts';
import type { Charge, ChargeOutcome, PaymentProvider } from './provider.ts';

const names: Record<SandboxMethod, string> = {
  sandbox_visa: 'Test card that pays',
  sandbox_declined: 'Test card that is declined',
  sandbox_insufficient_funds: 'Test card without funds',
  sandbox_slow: 'Test card whose bank takes some seconds',
  sandbox_late: 'Test card whose bank takes longer than any hold',
  sandbox_twice: 'Test card whose bank answers twice',
  sandbox_silent: 'Test card whose bank never answers',
};

export interface SandboxOptions {
  readonly clock: Clock;
  /** How long the slow test card takes. */
  readonly slowSeconds?: number;
  /** How long the late test card takes: longer than a hold. */
  readonly lateSeconds?: number;
}

export interface SandboxProvider extends PaymentProvider {
  /** What it was asked for, for those who check the books. */
  readonly books: SandboxBooks;
}

/** A provider that moves no money, with a test card for each way in which a payment can go. */
export function sandboxProvider(
  books: SandboxBooks,
  { clock, slowSeconds = 5, lateSeconds = 3600 }: SandboxOptions,
): SandboxProvider {
  const listeners = new Set<(idempotencyKey: string) => void>();

  /** When the money is there. */
  function succeedsAt(method: SandboxMethod): string | undefined {
    const waits = { sandbox_visa: 0, sandbox_twice: 0, sandbox_slow: slowSeconds, sandbox_late: lateSeconds } as Record<
      string,
      number
    >;
    const wait = waits[method];
    return wait === undefined ? undefined : new Date(Date.parse(clock.now()) + wait * 1000).toISOString();
  }

  function entryOf({ method, ...charge }: Charge, isCancelled: boolean): BookedCharge {
    const known = SandboxMethod.parse(method);
    const reference = `sandbox_${crypto.randomUUID()}`;
    return { ...charge, method, reference, isCancelled, succeedsAt: succeedsAt(known) };
  }

  function outcomeOf({ method, reference, isCancelled, succeedsAt: at }: BookedCharge): ChargeOutcome {
    if (isCancelled) return { status: 'declined', reason: 'The payment was called off before anything was charged' };
    if (method === 'sandbox_declined') return { status: 'declined', reason: 'The card was declined' };
    if (at === undefined) return { status: 'declined', reason: 'The card has not enough funds' };
    return at <= clock.now() ? { status: 'succeeded', reference } : { status: 'pending', reference };
  }

  return {
    name: 'sandbox',
    books,
    methods: SandboxMethod.options.map((id) => ({ id, name: names[id], test: true })),
    async charge(charge, signal) {
      if (charge.method === 'sandbox_silent') return silence(signal);
      const entry = entryOf(charge, false);
      const booked = await books.charge(entry);
      // Once: whoever looks the charge up for it must not be told again.
      if (charge.method === 'sandbox_twice' && booked.reference === entry.reference)
        for (const listener of listeners) setImmediate(listener, charge.idempotencyKey);
      return outcomeOf(booked);
    },
    cancel: async (charge) => outcomeOf(await books.charge(entryOf(charge, true))),
    async refund(refund) {
      const booked = { ...refund, refundReference: `sandbox_refund_${crypto.randomUUID()}` };
      return (await books.refund(booked)).refundReference;
    },
    onOutcome(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [Symbol.asyncDispose]: () => books[Symbol.asyncDispose](),
  };
}

/** Waits until whoever asked gives up. */
function silence(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('the sandbox was told not to answer')), { once: true });
  });
}
