import { startApi, testClock } from '@boxoffice/common/testing';
import { expect, test } from 'vitest';
import { amount, orderId } from '../controls.ts';
import { openSqliteBooks } from './books-sqlite.ts';
import { paymentProvider, paymentWebhooks } from './payment-provider.ts';
import { startFakeStripe } from './stripe/fake-stripe.ts';

const clock = testClock();
const keys = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };
const charge = { idempotencyKey: 'payment-1', orderId, amount };
const path = '/api/payments/webhooks/stripe';

test('the sandbox charges on its books, and nothing rings for it', async () => {
  const settings = { ...keys, PAYMENT_PROVIDER: 'sandbox' } as const;
  const books = openSqliteBooks(':memory:');
  await using provider = paymentProvider(settings, { clock, books: () => books });
  await provider.charge({ ...charge, method: 'sandbox_visa' });
  expect(await books.charges()).toHaveLength(1);
  await using api = await startApi({ routes: ({ log }) => paymentWebhooks(settings, { log, clock, provider }) });
  await api.refused('route-not-found', undefined, 'POST', path, { body: {} });
});

test('Stripe charges where it is said to be and opens no books, and rings', async () => {
  await using stripe = await startFakeStripe();
  const settings = { ...keys, PAYMENT_PROVIDER: 'stripe', STRIPE_API_BASE: stripe.url } as const;
  const books = () => {
    throw new Error('the books were opened');
  };
  await using provider = paymentProvider(settings, { clock, books });
  expect(await provider.charge({ ...charge, method: 'pm_card_visa' })).toMatchObject({ status: 'succeeded' });
  expect(stripe.intents).toHaveLength(1);
  await using api = await startApi({ routes: ({ log }) => paymentWebhooks(settings, { log, clock, provider }) });
  await api.refused('invalid-input', 'Stripe-Signature', 'POST', path, { body: {} });
});
