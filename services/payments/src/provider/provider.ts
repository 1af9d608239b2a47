import type { PaymentMethodsReply, StoredMoney } from '@boxoffice/contracts';

export type ChargeOutcome =
  | { readonly status: 'succeeded'; readonly reference: string }
  /** It is under way and ends later. */
  | { readonly status: 'pending'; readonly reference: string }
  | { readonly status: 'declined'; readonly reason: string };

export interface Charge {
  /** The same key is the same charge: asked again, the provider answers how it stands now. */
  readonly idempotencyKey: string;
  readonly orderId: string;
  readonly amount: StoredMoney;
  readonly method: string;
}

export interface Refund {
  /** The same key is the same refund. */
  readonly idempotencyKey: string;
  /** The provider's own name for the charge. */
  readonly reference: string;
  readonly amount: StoredMoney;
}

/**
 * Who moves the money. Every method throws when the outcome is not known, also when the signal is aborted: calling
 * again with the same key finds it out.
 */
export interface PaymentProvider extends AsyncDisposable {
  readonly name: string;
  readonly methods: PaymentMethodsReply['methods'];
  /** Charges, once for a key however often it is called; afterwards it looks the charge up. */
  charge(charge: Charge, signal?: AbortSignal): Promise<ChargeOutcome>;
  /**
   * Sees to it that the charge is not made from now on, where that is still possible, and answers how it stands:
   * `declined` is final, a request that is still on its way to the provider included.
   */
  cancel(charge: Charge, signal?: AbortSignal): Promise<ChargeOutcome>;
  /** Gives all of the money back, once for a key. Answers the provider's own name for it. */
  refund(refund: Refund, signal?: AbortSignal): Promise<string>;
  /**
   * Calls back with the key of a charge of which the provider tells by itself, again and late as it likes: a doorbell, by
   * which the charge is to be looked up. For those that need no route of ours for it.
   */
  onOutcome?(listener: (idempotencyKey: string) => void): () => void;
}
