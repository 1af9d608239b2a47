import { HttpConfig, marketSettings, WorkerConfig } from '@boxoffice/common';
import { z } from 'zod';

/** The settings of whoever moves the money, for the entry points to take up into theirs. */
export const paymentSettings = {
  PAYMENT_PROVIDER: z
    .enum(['sandbox', 'stripe'], { error: 'must be sandbox or stripe' })
    .default('sandbox')
    .describe('Who moves the money: sandbox, which moves none, or stripe'),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[sr]k_(test|live)_\w+$/, { error: 'must be a secret or restricted key, as sk_test_…' })
    .optional()
    .describe('The key that Stripe is asked with; of a test key no money moves'),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\S+$/, { error: 'must be the signing secret of the endpoint, as whsec_…' })
    .optional()
    .describe('What Stripe signs its webhooks with'),
  STRIPE_API_BASE: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .refine((text) => new URL(text).origin === text.replace(/\/$/, ''), { error: 'must be without a path' })
    .optional()
    .describe('Where Stripe is, if it is a stand-in as stripe-mock'),
};

const PaymentSettings = z.object(paymentSettings);
export type PaymentSettings = z.infer<typeof PaymentSettings>;

/** What is missing or wrong between the settings; to be given to `superRefine` of the entry point's schema. */
export function checkPaymentSettings(settings: PaymentSettings, context: z.core.$RefinementCtx<unknown>): void {
  const { PAYMENT_PROVIDER, STRIPE_SECRET_KEY, STRIPE_API_BASE } = settings;
  if (PAYMENT_PROVIDER !== 'stripe') return;
  for (const key of ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'] as const)
    if (settings[key] === undefined)
      context.addIssue({ code: 'custom', path: [key], message: 'is needed where PAYMENT_PROVIDER is stripe' });
  if (STRIPE_SECRET_KEY?.includes('_live_') && STRIPE_API_BASE?.startsWith('http:'))
    context.addIssue({ code: 'custom', path: ['STRIPE_API_BASE'], message: 'must be https for a live key' });
}

/** The settings alone, checked. */
export const PaymentConfig = PaymentSettings.superRefine(checkPaymentSettings);

/** The settings of the process that answers the commands of payments. */
export const CommandConfig = z
  .object({ ...HttpConfig.shape, PAY_SECONDS: marketSettings.PAY_SECONDS, ...paymentSettings })
  .superRefine(checkPaymentSettings);

/** The settings of the process that answers questions about payments. */
export const QueryConfig = z.object({ ...HttpConfig.shape, ...paymentSettings }).superRefine(checkPaymentSettings);

/** The settings of the process that sees to payments. */
export const ProjectorConfig = z
  .object({ ...WorkerConfig.shape, ...paymentSettings })
  .superRefine(checkPaymentSettings);
