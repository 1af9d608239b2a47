import type { Money, PaymentMethodsReply } from '@boxoffice/contracts';

export type ChargeOutcome =
  | { readonly status: 'succeeded'; readonly reference: string }
  | { readonly status: 'declined'; readonly reason: string };

export interface Charge {
  /** The same key is the same charge: asked again, the provider answers with the first outcome. */
  readonly idempotencyKey: string;
  readonly orderId: string;
  readonly amount: Money;
  readonly method: string;
}

/** Who moves the money. */
export interface PaymentProvider extends AsyncDisposable {
  readonly name: string;
  readonly methods: PaymentMethodsReply['methods'];
  /**
   * Charges, once for a key however often it is called. Throws when the outcome is not known, also when the signal is
   * aborted: calling again with the same key finds it out.
   */
  charge(charge: Charge, signal?: AbortSignal): Promise<ChargeOutcome>;
}
