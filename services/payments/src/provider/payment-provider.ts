import type { Clock, EventLog } from '@boxoffice/common';
import type { Routes } from '@boxoffice/common/http';
import type { PaymentSettings } from '../config.ts';
import type { SandboxBooks } from './books.ts';
import type { PaymentProvider } from './provider.ts';
import { sandboxProvider } from './sandbox.ts';
import { sandboxDoorbell } from './sandbox-doorbell.ts';
import { stripeProvider } from './stripe/stripe.ts';
import { stripeWebhook } from './stripe/webhook.ts';

interface Parts {
  readonly clock: Clock;
  /** Opened for the sandbox alone, which closes them. */
  readonly books: () => SandboxBooks;
}

/** Whoever moves the money by these settings, which have been checked. */
export function paymentProvider(settings: PaymentSettings, { clock, books }: Parts): PaymentProvider {
  if (settings.PAYMENT_PROVIDER === 'sandbox') return sandboxProvider(books(), { clock });
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_BASE: apiBase } = settings;
  return stripeProvider({ secretKey: needed(secretKey, 'STRIPE_SECRET_KEY'), apiBase });
}

interface WebhookParts {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly provider: PaymentProvider;
}

/** Where the provider tells of its own accord how payments stand. */
export function paymentWebhooks(settings: PaymentSettings, parts: WebhookParts): Routes[] {
  if (settings.PAYMENT_PROVIDER === 'sandbox') return [sandboxDoorbell(parts)];
  const secret = needed(settings.STRIPE_WEBHOOK_SECRET, 'STRIPE_WEBHOOK_SECRET');
  return [stripeWebhook({ ...parts, secret })];
}

function needed(value: string | undefined, name: string): string {
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}
