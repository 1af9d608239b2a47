import { z } from 'zod';
import { defineEvent, type EventOf, eventSet } from './event.ts';
import { Id } from './id.ts';
import { StoredMoney } from './money.ts';

/** Appended before the provider is called, in one commit with `OrderPaymentStarted`. */
export const PaymentRequested = defineEvent('PaymentRequested', 1, {
  paymentId: Id,
  orderId: Id,
  ticketId: Id,
  buyerId: Id,
  amount: StoredMoney,
  provider: z.string(),
  method: z.string(),
});
/** `reference` is the provider's own name for the charge. In one commit with `OrderPaid` and `TicketSold`. */
export const PaymentSucceeded = defineEvent('PaymentSucceeded', 1, {
  paymentId: Id,
  orderId: Id,
  reference: z.string(),
});
/** In one commit with `OrderPaymentDeclined`. */
export const PaymentDeclined = defineEvent('PaymentDeclined', 1, { paymentId: Id, orderId: Id, reason: z.string() });

const contracts = [PaymentRequested, PaymentSucceeded, PaymentDeclined] as const;
/** What happens to a payment, on `payment-<id>`. */
export const paymentEvents = eventSet('payment', contracts);
export type PaymentEvent = EventOf<(typeof contracts)[number]>;

/** The test cards of the sandbox provider. */
export const SandboxMethod = z.enum(['sandbox_visa', 'sandbox_declined', 'sandbox_insufficient_funds']);
export type SandboxMethod = z.infer<typeof SandboxMethod>;

export const Pay = z
  .strictObject({
    orderId: Id,
    paymentMethod: z.string().regex(/^\w{1,64}$/, { error: 'must be a payment method of the provider' }),
  })
  .meta({ id: 'Pay' });
export type Pay = z.infer<typeof Pay>;

/** `GET /api/payments/methods`. `test`: no money moves. */
export const PaymentMethodsReply = z
  .object({
    provider: z.string(),
    methods: z.array(z.object({ id: z.string(), name: z.string(), test: z.boolean() })),
  })
  .meta({ id: 'PaymentMethods' });
export type PaymentMethodsReply = z.infer<typeof PaymentMethodsReply>;

export const PaymentStatus = z.enum(['requested', 'succeeded', 'declined']);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

export const PaymentView = z
  .object({ id: Id, orderId: Id, amount: StoredMoney, status: PaymentStatus })
  .meta({ id: 'Payment' });
export type PaymentView = z.infer<typeof PaymentView>;
