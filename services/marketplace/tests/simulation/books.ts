import type { BookedCharge, BookedRefund, SandboxBooks } from '@boxoffice/payments';

export interface MemoryBooks extends SandboxBooks {
  /** The bank takes the money of a charge that it had declined for want of funds. */
  take(idempotencyKey: string, at: string): void;
}

/** Books in memory, for tests of a great many charges. */
export function memoryBooks(): MemoryBooks {
  const charges = new Map<string, BookedCharge>();
  const refunds = new Map<string, BookedRefund>();
  const add = <Entry extends { idempotencyKey: string }>(book: Map<string, Entry>, entry: Entry): Entry => {
    const found = book.get(entry.idempotencyKey) ?? entry;
    book.set(entry.idempotencyKey, found);
    return found;
  };
  return {
    charge: async (charge) => add(charges, charge),
    refund: async (refund) => add(refunds, refund),
    charges: async () => [...charges.values()],
    refunds: async () => [...refunds.values()],
    take(idempotencyKey, at) {
      const charge = charges.get(idempotencyKey);
      if (charge) charges.set(idempotencyKey, { ...charge, succeedsAt: at });
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}
