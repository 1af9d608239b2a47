import type { Charge, Refund } from './provider.ts';

/** A charge as the sandbox has it on its books. */
export interface BookedCharge extends Charge {
  readonly reference: string;
  /** It was called off before it was made. */
  readonly isCancelled: boolean;
  /** When the money is there; nothing where it never will be. */
  readonly succeedsAt?: string | undefined;
}

export interface BookedRefund extends Refund {
  /** The sandbox's name for the refund; `reference` is that of the charge. */
  readonly refundReference: string;
}

/** What the sandbox has been asked for: like a real provider it knows what it was asked before we crashed. */
export interface SandboxBooks extends AsyncDisposable {
  /** Books it, unless there is one with this key; answers the one that is there. */
  charge(charge: BookedCharge): Promise<BookedCharge>;
  refund(refund: BookedRefund): Promise<BookedRefund>;
  charges(): Promise<BookedCharge[]>;
  refunds(): Promise<BookedRefund[]>;
}
