import { describe, expect, test } from 'vitest';
import { amount, orderId } from '../../controls.ts';
import { comesTo, declines, type FakeStripe, pays, refused, startFakeStripe } from './fake-stripe.ts';
import { stripeProvider } from './stripe.ts';

const charge = { idempotencyKey: 'payment-1', orderId, amount, method: 'pm_card_visa' };
const confirm = 'POST /v1/payment_intents/pi_1/confirm';
const succeeded = { status: 'succeeded', reference: 'pi_1' };
const calledOff = { status: 'declined', reason: 'The payment was called off before anything was charged' };

const providerOf = ({ url }: FakeStripe) => stripeProvider({ secretKey: 'sk_test_1', apiBase: url });

describe('calling off', () => {
  test('what was never asked for makes it and ends it, so that a request on its way finds it ended', async () => {
    await using stripe = await startFakeStripe();
    const provider = providerOf(stripe);
    expect(await provider.cancel(charge)).toEqual(calledOff);
    expect(await provider.charge(charge)).toEqual(calledOff);
    expect(await provider.cancel(charge)).toEqual(calledOff);
    expect([stripe.intents.length, stripe.count(confirm)]).toEqual([1, 0]);
  });

  test('holds against a confirmation that comes after it', async () => {
    await using stripe = await startFakeStripe();
    const provider = providerOf(stripe);
    let isCancelled = false;
    stripe.script = ({ what }) => {
      if (what === confirm && !isCancelled) {
        isCancelled = true;
        for (const intent of stripe.intents) intent.status = 'canceled';
      }
      return undefined;
    };
    expect(await provider.charge(charge)).toEqual(calledOff);
  });

  test('comes too late for what is charged', async () => {
    await using stripe = await startFakeStripe();
    const provider = providerOf(stripe);
    await provider.charge(charge);
    expect(await provider.cancel(charge)).toEqual(succeeded);
  });

  test('cannot be done while the bank is at it, and is then told how it ended', async () => {
    await using stripe = await startFakeStripe();
    stripe.bank = comesTo('processing');
    const provider = providerOf(stripe);
    await provider.charge(charge);
    expect(await provider.cancel(charge)).toEqual({ status: 'pending', reference: 'pi_1' });
    stripe.intents.forEach(pays);
    expect(await provider.cancel(charge)).toEqual(succeeded);
  });

  test('ends what waits for the buyer', async () => {
    await using stripe = await startFakeStripe();
    stripe.bank = comesTo('requires_action');
    const provider = providerOf(stripe);
    await provider.charge(charge);
    expect(await provider.cancel(charge)).toEqual(calledOff);
  });

  test('ends what was declined, so that it cannot be tried again', async () => {
    await using stripe = await startFakeStripe();
    stripe.bank = declines('generic_decline');
    const provider = providerOf(stripe);
    await provider.charge(charge);
    expect(await provider.cancel(charge)).toMatchObject({ status: 'declined' });
    expect(stripe.intents).toMatchObject([{ status: 'canceled' }]);
  });
});

describe('giving back', () => {
  const refund = { idempotencyKey: 'refund-payment-1', reference: 'pi_1', amount };

  test('all of it, once for a key', async () => {
    await using stripe = await startFakeStripe();
    const provider = providerOf(stripe);
    expect([await provider.refund(refund), await provider.refund(refund)]).toEqual(['re_1', 're_1']);
    const [first] = stripe.asked;
    expect(first).toMatchObject({ idempotencyKey: 'refund-payment-1' });
    expect(Object.fromEntries(first?.form ?? [])).toEqual({ payment_intent: 'pi_1' });
  });

  test('a day later, when Stripe has forgotten the key, finds the refund that was made', async () => {
    await using stripe = await startFakeStripe();
    const provider = providerOf(stripe);
    await provider.refund(refund);
    stripe.forget();
    expect(await provider.refund(refund)).toBe('re_1');
  });

  test.each(['failed', 'canceled'])('is an error when the refund is %s', async (status) => {
    await using stripe = await startFakeStripe();
    stripe.script = () => ({ body: { id: 're_1', object: 'refund', status } });
    await expect(providerOf(stripe).refund(refund)).rejects.toThrow(`the refund re_1 of pi_1 is ${status}`);
  });

  test('is an error when Stripe refuses it', async () => {
    await using stripe = await startFakeStripe();
    stripe.script = () => refused({ code: 'charge_disputed' });
    await expect(providerOf(stripe).refund(refund)).rejects.toThrow('refused');
  });
});
