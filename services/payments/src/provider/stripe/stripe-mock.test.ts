import { type StripeMock, startStripeMock, stripeMockPath } from '@boxoffice/common/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount, orderId } from '../../controls.ts';
import { type Asked, startFakeStripe } from './fake-stripe.ts';
import { stripeProvider } from './stripe.ts';

const charge = { idempotencyKey: 'payment-1', orderId, amount, method: 'pm_card_visa' };
const refund = { idempotencyKey: 'refund-payment-1', reference: 'pi_1', amount };

test.runIf(stripeMockPath ?? process.env.CI)('a stripe-mock is there', () => {
  expect(stripeMockPath, 'STRIPE_MOCK_PATH').toBeDefined();
});

describe.runIf(stripeMockPath)('by the document of its interface, Stripe', () => {
  let mock: StripeMock;
  beforeAll(async () => {
    mock = await startStripeMock();
  }, 60_000);
  afterAll(() => mock?.[Symbol.asyncDispose]());

  test('understands a charge, its look-up, its end and a refund', async () => {
    await using provider = stripeProvider({ secretKey: 'sk_test_1', apiBase: mock.url });
    // It remembers nothing: every intent of it has failed.
    const declined = { status: 'declined', reason: 'The card was declined' };
    expect(await provider.charge(charge)).toEqual(declined);
    expect(await provider.cancel(charge)).toEqual(declined);
    expect(await provider.refund(refund)).toMatch(/^re_\w+$/);
  });

  test('takes every request that is sent', async () => {
    const asked = await everyRequest();
    expect(new Set(asked.map(({ what }) => what))).toEqual(
      new Set([
        'POST /v1/payment_intents',
        'GET /v1/payment_intents/search',
        'GET /v1/payment_intents/pi_1',
        'POST /v1/payment_intents/pi_1/confirm',
        'POST /v1/payment_intents/pi_2/cancel',
        'GET /v1/payment_intents/pi_2',
        'POST /v1/refunds',
        'GET /v1/refunds',
      ]),
    );
    for (const request of asked) expect(await statusOf(mock.url, request), request.what).toBe(200);
  });

  test('takes no others', async () => {
    const body = 'amount=500&currency=eur&automatic_payment=1';
    const wrong = { what: 'POST /v1/payment_intents', body, form: new URLSearchParams(), idempotencyKey: undefined };
    expect(await statusOf(mock.url, wrong)).toBe(400);
  });
});

async function everyRequest(): Promise<Asked[]> {
  await using stripe = await startFakeStripe();
  await using provider = stripeProvider({ secretKey: 'sk_test_1', apiBase: stripe.url });
  await provider.charge(charge);
  await provider.cancel({ ...charge, idempotencyKey: 'payment-2' });
  await provider.refund(refund);
  stripe.forget();
  await provider.refund(refund);
  return stripe.asked;
}

async function statusOf(url: string, { what, body, form }: Asked): Promise<number> {
  const [method = '', path = ''] = what.split(' ');
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const query = method === 'GET' && form.size > 0 ? `?${form}` : '';
  const reply = await fetch(`${url}${path}${query}`, {
    method,
    headers: { authorization: 'Bearer sk_test_1', ...(method === 'POST' ? type : {}) },
    ...(method === 'POST' ? { body } : {}),
  });
  await reply.arrayBuffer();
  return reply.status;
}
