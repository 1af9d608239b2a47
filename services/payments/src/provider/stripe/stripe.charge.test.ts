import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { amount, orderId } from '../../controls.ts';
import { comesTo, declines, type FakeStripe, pays, refused, startFakeStripe } from './fake-stripe.ts';
import { stripeProvider } from './stripe.ts';

const create = 'POST /v1/payment_intents';
const confirm = 'POST /v1/payment_intents/pi_1/confirm';
const charge = { idempotencyKey: 'payment-1', orderId, amount, method: 'pm_card_visa' };
const succeeded = { status: 'succeeded', reference: 'pi_1' };
const pending = { status: 'pending', reference: 'pi_1' };

const providerOf = ({ url }: FakeStripe) => stripeProvider({ secretKey: 'sk_test_1', apiBase: url });

describe('a charge', () => {
  test('is an intent under the key of the payment, confirmed under another', async () => {
    await using stripe = await startFakeStripe();
    expect(await providerOf(stripe).charge(charge)).toEqual(succeeded);
    const [made] = stripe.asked;
    expect(made).toMatchObject({ what: create, idempotencyKey: 'payment-1' });
    expect(Object.fromEntries(made?.form ?? [])).toEqual({
      amount: String(amount.amount),
      currency: amount.currency.toLowerCase(),
      payment_method: 'pm_card_visa',
      'automatic_payment_methods[enabled]': 'true',
      'automatic_payment_methods[allow_redirects]': 'never',
      'metadata[orderId]': orderId,
      'metadata[paymentId]': 'payment-1',
    });
    expect(stripe.asked.at(-1)).toMatchObject({ what: confirm, idempotencyKey: 'confirm-payment-1' });
  });

  test('asked again is looked up', async () => {
    await using stripe = await startFakeStripe();
    const provider = providerOf(stripe);
    for (let time = 0; time < 3; time += 1) expect(await provider.charge(charge)).toEqual(succeeded);
    expect([stripe.intents.length, stripe.count(confirm)]).toEqual([1, 1]);
  });

  test('asked twice at once is made once', async () => {
    await using stripe = await startFakeStripe();
    let taken = 0;
    stripe.bank = (intent) => {
      taken += 1;
      pays(intent);
    };
    const provider = providerOf(stripe);
    const outcomes = await Promise.all([provider.charge(charge), provider.charge(charge), provider.charge(charge)]);
    expect(outcomes).toEqual([succeeded, succeeded, succeeded]);
    expect([stripe.intents.length, taken]).toEqual([1, 1]);
  });

  test.each(['processing', 'requires_action'] as const)('that is %s is pending, and ends later', async (status) => {
    await using stripe = await startFakeStripe();
    stripe.bank = comesTo(status);
    const provider = providerOf(stripe);
    expect(await provider.charge(charge)).toEqual(pending);
    expect(await provider.charge(charge)).toEqual(pending);
    stripe.intents.forEach(pays);
    expect(await provider.charge(charge)).toEqual(succeeded);
    expect(stripe.count(confirm)).toBe(1);
  });

  test.each([
    ['generic_decline', 'The card was declined'],
    ['insufficient_funds', 'The card has not enough funds'],
  ])('that is declined says why: %s', async (code, reason) => {
    await using stripe = await startFakeStripe();
    stripe.bank = declines(code);
    const provider = providerOf(stripe);
    for (let time = 0; time < 2; time += 1)
      expect(await provider.charge(charge)).toEqual({ status: 'declined', reason });
    expect(stripe.count(confirm)).toBe(1);
  });

  test('with nothing but a live key waits for the card', async () => {
    await using stripe = await startFakeStripe();
    const provider = stripeProvider({ secretKey: 'sk_live_1', apiBase: stripe.url });
    expect(provider.methods).toEqual([{ id: 'automatic', name: 'Card or wallet', test: false }]);
    expect(await provider.charge({ ...charge, method: 'automatic' })).toEqual(pending);
    expect(stripe.asked[0]?.form.has('payment_method')).toBe(false);
  });

  test('that Stripe does not take is declined', async () => {
    await using stripe = await startFakeStripe();
    stripe.script = ({ what }) => (what === create ? refused({ code: 'amount_too_small' }) : undefined);
    const reason = 'The amount is too small for this way of paying';
    expect(await providerOf(stripe).charge(charge)).toEqual({ status: 'declined', reason });
  });

  test('whose confirmation Stripe does not take is called off and declined', async () => {
    await using stripe = await startFakeStripe();
    stripe.script = ({ what }) => (what === confirm ? refused({ code: 'resource_missing' }) : undefined);
    expect(await providerOf(stripe).charge(charge)).toMatchObject({ status: 'declined' });
    expect(stripe.intents).toMatchObject([{ status: 'canceled' }]);
  });
});

describe('an outcome that is not known', () => {
  test.each([
    ['Stripe fails', 500, 'api_error'],
    ['the key is wrong', 401, 'authentication_error'],
    ['too much is asked', 429, 'rate_limit_error'],
    ['the key belongs to another charge', 400, 'idempotency_error'],
  ])('is an error: %s', async (_, status, type) => {
    await using stripe = await startFakeStripe();
    stripe.script = ({ what }) => (what === create ? refused({ type }, status) : undefined);
    await expect(providerOf(stripe).charge(charge)).rejects.toThrow('refused');
  });

  test('is told without what Stripe knows of people', async () => {
    await using stripe = await startFakeStripe();
    const payment_intent = JSON.stringify({ client_secret: 'pi_1_secret', receipt_email: 'ada@example.com' });
    stripe.script = () => refused({ type: 'api_error', payment_intent }, 500);
    const error = await providerOf(stripe)
      .charge(charge)
      .catch((thrown) => thrown);
    expect(error).toMatchObject({ name: 'StripeFailed', message: 'refused', status: 500 });
    expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(/secret|ada@/);
  });

  test.each(['silence', refused({ type: 'api_error' }, 500)] as const)('is found out later', async (answer) => {
    await using stripe = await startFakeStripe();
    const provider = providerOf(stripe);
    // The bank takes the money, and we do not hear of it.
    stripe.script = ({ what }) => {
      if (what !== confirm) return undefined;
      stripe.intents.forEach(pays);
      return answer;
    };
    const gaveUp = new AbortController();
    const asking = provider.charge(charge, gaveUp.signal);
    const failed = expect(asking).rejects.toThrow();
    await expect.poll(() => stripe.count(confirm)).toBe(1);
    gaveUp.abort();
    await failed;
    expect(await provider.charge(charge)).toEqual(succeeded);
    expect(stripe.count(confirm)).toBe(1);
  });

  test('leaves nothing under way once nobody waits: a charge that was given up is not confirmed', async () => {
    await using stripe = await startFakeStripe();
    const gaveUp = new AbortController();
    stripe.script = ({ what }) => {
      if (what === 'GET /v1/payment_intents/search') gaveUp.abort();
      return undefined;
    };
    await expect(providerOf(stripe).charge(charge, gaveUp.signal)).rejects.toThrow();
    expect(stripe.intents).toMatchObject([{ status: 'requires_confirmation' }]);
    await expect(providerOf(stripe).charge(charge, gaveUp.signal)).rejects.toThrow();
    expect([stripe.count(create), stripe.count(confirm)]).toEqual([1, 0]);
  });
});

describe('a day later, when Stripe has forgotten the key', () => {
  test('a charge that was made is not made again', async () => {
    await using stripe = await startFakeStripe();
    const provider = providerOf(stripe);
    await provider.charge(charge);
    stripe.forget();
    for (let time = 0; time < 2; time += 1) expect(await provider.charge(charge)).toEqual(succeeded);
    expect(stripe.intents.filter(({ status }) => status === 'succeeded')).toHaveLength(1);
    expect(await provider.cancel(charge)).toEqual(succeeded);
  });

  test('also when Stripe takes the card no more', async () => {
    await using stripe = await startFakeStripe();
    const provider = providerOf(stripe);
    await provider.charge(charge);
    stripe.script = ({ what }) => (what === create ? refused({ code: 'payment_method_unactivated' }) : undefined);
    expect(await provider.charge(charge)).toEqual(succeeded);
  });
});
