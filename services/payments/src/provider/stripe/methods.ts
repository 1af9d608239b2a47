import type { PaymentProvider } from '../provider.ts';

/** Stripe's own test cards, by the names that it gives them (docs.stripe.com/testing). */
const testCards: PaymentProvider['methods'] = [
  { id: 'pm_card_visa', name: 'Test card that pays', test: true },
  { id: 'pm_card_visa_chargeDeclined', name: 'Test card that is declined', test: true },
  { id: 'pm_card_visa_chargeDeclinedInsufficientFunds', name: 'Test card without funds', test: true },
  { id: 'pm_card_authenticationRequired', name: 'Test card whose bank wants to know who pays', test: true },
];

/** The buyer gives a card or wallet to Stripe; the payment is pending until then. */
const automatic: PaymentProvider['methods'] = [{ id: 'automatic', name: 'Card or wallet', test: false }];

/** How one can pay with this key of Stripe's: its test cards where no money moves. */
export function stripeMethods(secretKey: string): PaymentProvider['methods'] {
  return secretKey.includes('_test_') ? testCards : automatic;
}

/** The method in Stripe's words, where it is one of its own. */
export function givenMethod(method: string): { payment_method?: string } {
  return method.startsWith('pm_') ? { payment_method: method } : {};
}
