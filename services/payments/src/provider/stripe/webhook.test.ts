import { later, NOW, record, startApi } from '@boxoffice/common/testing';
import { PaymentRequested } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import {
  cancelled,
  listed,
  orderId,
  orderStream,
  paymentId,
  paymentStarted,
  paymentStream,
  placed,
  released,
  reserved,
  ticketStream,
  withdrawn,
} from '../../controls.ts';
import { comesTo, declines, pays, refused, startFakeStripe } from './fake-stripe.ts';
import { chargeObject, intentObject, metadata, recordedEvent, thinEvent } from './recorded-events.ts';
import { stripeProvider } from './stripe.ts';
import { stripeWebhook } from './webhook.ts';

const path = '/api/payments/webhooks/stripe';
const secret = 'whsec_test';
const charge = { idempotencyKey: paymentId, orderId, amount: placed.data.price, method: 'pm_card_visa' };
const succeeded = recordedEvent('payment_intent.succeeded', intentObject);

/** What Stripe sends with an event, a number of seconds before it arrives. */
function signed(payload: string, { secondsAgo = 0, by = secret } = {}) {
  const timestamp = Date.parse(later(-secondsAgo, NOW)) / 1000;
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: by, timestamp });
  const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature };
  return { body: payload, headers };
}

/** A payment that was asked for and that the bank takes its time for: three commits, and nobody has looked since. */
async function startMarket(provider = 'stripe') {
  const stack = new AsyncDisposableStack();
  const stripe = stack.use(await startFakeStripe());
  stripe.bank = comesTo('processing');
  const stripes = stack.use(stripeProvider({ secretKey: 'sk_test_1', apiBase: stripe.url }));
  await stripes.charge({ ...charge, amount: sampleOf(PaymentRequested).data.amount });
  const api = stack.use(
    await startApi({ routes: ({ log, clock }) => [stripeWebhook({ log, clock, provider: stripes, secret })] }),
  );
  const requested = sampleOf(PaymentRequested, { provider, method: 'pm_card_visa' });
  const started = { [orderStream]: [paymentStarted], [paymentStream]: [requested] };
  await record(api.log, { [ticketStream]: [listed] }, { [ticketStream]: [reserved], [orderStream]: [placed] }, started);
  stripe.asked.length = 0;

  const typesAfter = async (position: number) =>
    (await api.log.read(position, 10)).map(({ events }) => events.map(({ type }) => type));
  const ring = (...request: Parameters<typeof signed>) => api.send('POST', path, signed(...request));
  return { ...api, stripe, typesAfter, ring, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

describe('an event of Stripe', () => {
  test.each([
    ['payment intent', succeeded],
    ['charge', recordedEvent('charge.succeeded', chargeObject)],
  ])('about a %s of ours makes the payment be settled', async (_, event) => {
    await using market = await startMarket();
    market.stripe.intents.forEach(pays);
    expect(await market.ring(event)).toMatchObject({ status: 200, text: '' });
    expect(await market.typesAfter(3)).toEqual([['PaymentSucceeded', 'TicketSold', 'OrderPaid']]);
    expect((await market.log.read(3, 1))[0]).toMatchObject({ actor: 'system:stripe-webhook', at: NOW });
  });

  test('is a bell: what it says is asked of Stripe', async () => {
    await using market = await startMarket();
    expect(await market.ring(succeeded)).toMatchObject({ status: 200 });
    expect(await market.typesAfter(3)).toEqual([['PaymentPending', 'OrderPaymentDelayed']]);
  });

  test('that comes again changes nothing', async () => {
    await using market = await startMarket();
    market.stripe.intents.forEach(pays);
    const statuses = [await market.ring(succeeded), await market.ring(succeeded), await market.ring(succeeded)];
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await market.log.head()).toBe(4);
  });

  test('that comes several times at once is written down once', async () => {
    await using market = await startMarket();
    market.stripe.intents.forEach(pays);
    const replies = await Promise.all([1, 2, 3, 4].map(() => market.ring(succeeded)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await market.log.head()).toBe(4);
  });

  test('that comes after a later one changes nothing', async () => {
    await using market = await startMarket();
    market.stripe.intents.forEach(pays);
    await market.ring(succeeded);
    const failed = { ...intentObject, status: 'requires_payment_method' };
    for (const type of ['processing', 'payment_failed', 'created'])
      expect(await market.ring(recordedEvent(`payment_intent.${type}`, failed))).toMatchObject({ status: 200 });
    expect(await market.log.head()).toBe(4);
  });

  test('of a decline lets the order go', async () => {
    await using market = await startMarket();
    market.stripe.intents.forEach(declines('insufficient_funds'));
    await market.ring(recordedEvent('payment_intent.payment_failed', intentObject));
    expect(await market.typesAfter(3)).toEqual([['PaymentDeclined', 'OrderPaymentDeclined']]);
  });

  test('of money that nothing can be had for gives it back, once', async () => {
    await using market = await startMarket();
    await record(market.log, { [orderStream]: [cancelled], [ticketStream]: [released, withdrawn] });
    market.stripe.intents.forEach(pays);
    await Promise.all([market.ring(succeeded), market.ring(succeeded)]);
    await market.ring(succeeded);
    expect(await market.typesAfter(4)).toEqual([
      ['PaymentSucceeded', 'OrderRefundStarted', 'PaymentRefundRequested'],
      ['PaymentRefunded', 'OrderRefunded'],
    ]);
  });

  test('is asked for again while Stripe does not say how the payment stands', async () => {
    await using market = await startMarket();
    market.stripe.intents.forEach(pays);
    market.stripe.script = () => refused({ type: 'api_error' }, 500);
    await market.refused('busy', undefined, 'POST', path, signed(succeeded));
    market.stripe.script = () => undefined;
    expect(await market.ring(succeeded)).toMatchObject({ status: 200 });
    expect(await market.log.head()).toBe(4);
  });

  test('may be larger than what people send', async () => {
    await using market = await startMarket();
    market.stripe.intents.forEach(pays);
    const large = recordedEvent('payment_intent.succeeded', { ...intentObject, description: 'x'.repeat(200_000) });
    expect(await market.ring(large)).toMatchObject({ status: 200 });
    expect(await market.log.head()).toBe(4);
  });
});

test.each([
  ['a type that nobody knows', recordedEvent('customer.created', { id: 'cus_1', object: 'customer', metadata })],
  ['an intent that was made just now', recordedEvent('payment_intent.created', intentObject)],
  ['a thin event', thinEvent],
  ['an intent of somebody else', recordedEvent('payment_intent.succeeded', { ...intentObject, metadata: {} })],
  ['an id that is none', recordedEvent('charge.succeeded', { ...chargeObject, metadata: { paymentId: '1' } })],
  [
    'a payment that is not known',
    recordedEvent('charge.succeeded', { ...chargeObject, metadata: { paymentId: crypto.randomUUID() } }),
  ],
  ['no event', '[]'],
])('%s is answered 200, and Stripe is asked nothing', async (_, event) => {
  await using market = await startMarket();
  expect(await market.ring(event)).toMatchObject({ status: 200 });
  expect(market.stripe.asked).toEqual([]);
  expect(await market.log.head()).toBe(3);
});

test('a payment of another provider is none of Stripe', async () => {
  await using market = await startMarket('sandbox');
  expect(await market.ring(succeeded)).toMatchObject({ status: 200 });
  expect(market.stripe.asked).toEqual([]);
});

describe('is refused, and changes nothing:', () => {
  const good = signed(succeeded);
  const field = 'Stripe-Signature';
  const { 'stripe-signature': _, ...unsigned } = good.headers;

  test.each([
    ['a signature by another secret', signed(succeeded, { by: 'whsec_other' })],
    ['a signature of another body', { ...good, body: succeeded.replace('pi_1', 'pi_2') }],
    ['the same event in other bytes', { ...good, body: JSON.stringify(JSON.parse(succeeded)) }],
    ['a signature of 301 s ago', signed(succeeded, { secondsAgo: 301 })],
    ['no signature', { ...good, headers: unsigned }],
    ['something else for a signature', { ...good, headers: { ...good.headers, 'stripe-signature': 't=now,v1=x' } }],
    ['an empty body', { ...good, body: '' }],
  ])('%s', async (_name, request) => {
    await using market = await startMarket();
    market.stripe.intents.forEach(pays);
    await market.refused('invalid-input', field, 'POST', path, request);
    expect(market.stripe.asked).toEqual([]);
  });

  test('a body that is signed and no JSON', async () => {
    await using market = await startMarket();
    await market.refused('invalid-input', 'body', 'POST', path, signed('{"id":'));
  });

  test('a body that says it is no JSON', async () => {
    await using market = await startMarket();
    const headers = { ...good.headers, 'content-type': 'text/plain' };
    await market.refused('unsupported-media-type', undefined, 'POST', path, { ...good, headers });
  });

  test('a body above 256 KiB', async () => {
    await using market = await startMarket();
    await market.refused('body-too-large', undefined, 'POST', path, signed(' '.repeat(256 * 1024 + 1)));
  });
});

test('a signature of 300 s ago is good', async () => {
  await using market = await startMarket();
  market.stripe.intents.forEach(pays);
  expect(await market.ring(succeeded, { secondsAgo: 300 })).toMatchObject({ status: 200 });
  expect(await market.log.head()).toBe(4);
});
