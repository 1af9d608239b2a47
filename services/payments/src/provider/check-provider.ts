import type { PaymentProvider } from './provider.ts';

/**
 * Refuses to ask another provider than the one that a payment was requested of, as when the settings have changed
 * meanwhile: it would not know the charge, and make it.
 * @throws {Error}
 */
export function checkProvider(payment: { readonly provider: string }, { name }: PaymentProvider): void {
  if (payment.provider !== name)
    throw new Error(`the payment was requested of ${payment.provider}, and this process asks ${name}`);
}
