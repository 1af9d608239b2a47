import { readConfig } from '@boxoffice/common';
import { describe, expect, test } from 'vitest';
import { PaymentConfig } from './config.ts';

const keys = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };
const stripe = { PAYMENT_PROVIDER: 'stripe', ...keys };

describe('the settings of payments', () => {
  test('are those of the sandbox without any', () => {
    expect(readConfig(PaymentConfig, {})).toEqual({ PAYMENT_PROVIDER: 'sandbox' });
  });

  test.each([
    ['Stripe with its keys', stripe],
    ['Stripe with a restricted key', { ...stripe, STRIPE_SECRET_KEY: 'rk_live_1' }],
    ['a stand-in for Stripe', { ...stripe, STRIPE_API_BASE: 'http://127.0.0.1:12111' }],
    ['the sandbox with keys that it does not need', { ...keys, PAYMENT_PROVIDER: 'sandbox' }],
  ])('may be %s', (_, environment) => {
    expect(readConfig(PaymentConfig, environment)).toEqual(environment);
  });

  test.each([
    ['PAYMENT_PROVIDER: must be', { PAYMENT_PROVIDER: 'cash' }],
    ['STRIPE_SECRET_KEY: is needed', { ...stripe, STRIPE_SECRET_KEY: '' }],
    ['STRIPE_WEBHOOK_SECRET: is needed', { ...stripe, STRIPE_WEBHOOK_SECRET: '' }],
    ['STRIPE_SECRET_KEY: must be', { ...stripe, STRIPE_SECRET_KEY: 'pk_test_1' }],
    ['STRIPE_WEBHOOK_SECRET: must be', { ...stripe, STRIPE_WEBHOOK_SECRET: 'sk_test_1' }],
    ['STRIPE_API_BASE: must be an', { ...stripe, STRIPE_API_BASE: 'ftp://stripe' }],
    ['STRIPE_API_BASE: must be without', { ...stripe, STRIPE_API_BASE: 'http://stripe/v1' }],
    [
      'STRIPE_API_BASE: must be https for a live key',
      { ...stripe, STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_API_BASE: 'http://127.0.0.1:12111' },
    ],
  ])('are refused: %s', (problem, environment) => {
    expect(() => readConfig(PaymentConfig, environment)).toThrow(problem);
  });

  test('are named without their values', () => {
    const wrong = { ...stripe, STRIPE_SECRET_KEY: 'secret-of-mine' };
    expect(() => readConfig(PaymentConfig, wrong)).toThrow(/^(?!.*secret-of-mine)/s);
  });
});
