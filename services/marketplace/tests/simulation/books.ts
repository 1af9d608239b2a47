import type { BookedCharge, BookedRefund, SandboxBooks } from '@boxoffice/payments';

/** Books in memory, for tests of a great many charges. */
export function memoryBooks(): SandboxBooks {
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
    [Symbol.asyncDispose]: async () => undefined,
  };
}
