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
/** The provider has it under way and will answer later, under its own name for it. */
export const PaymentPending = defineEvent('PaymentPending', 1, { paymentId: Id, orderId: Id, reference: z.string() });
/** Before the amount was said again. */
export const PaymentSucceededV1 = defineEvent('PaymentSucceeded', 1, {
  paymentId: Id,
  orderId: Id,
  reference: z.string(),
});
/**
 * The money is taken. `reference` is the provider's own name for the charge. In one commit with `OrderPaid` and
 * `TicketSold`, or with `PaymentRefundRequested` when the order cannot have it any more.
 */
export const PaymentSucceeded = defineEvent('PaymentSucceeded', 2, {
  paymentId: Id,
  orderId: Id,
  reference: z.string(),
  amount: StoredMoney,
});
/** In one commit with `OrderPaymentDeclined`, where the order still waits for it. */
export const PaymentDeclined = defineEvent('PaymentDeclined', 1, { paymentId: Id, orderId: Id, reason: z.string() });

/** `late`: the money came when the order had ended and the ticket was gone. `operator`: somebody decided so. */
export const RefundReason = z.enum(['late', 'operator']);
export type RefundReason = z.infer<typeof RefundReason>;

const refundRequested = { paymentId: Id, orderId: Id, amount: StoredMoney, reason: RefundReason };

/** Before it was said whether the books have the money. */
export const PaymentRefundRequestedV1 = defineEvent('PaymentRefundRequested', 1, refundRequested);
/** Appended before the provider is asked to give the money back, all of it. */
export const PaymentRefundRequested = defineEvent('PaymentRefundRequested', 2, {
  ...refundRequested,
  /** `false`: it was taken when events did not say how much yet; the books have it from here on. */
  isBooked: z.boolean(),
});
/** The money is on its way back; `reference` is the provider's own name for that. */
export const PaymentRefunded = defineEvent('PaymentRefunded', 1, {
  paymentId: Id,
  orderId: Id,
  amount: StoredMoney,
  reference: z.string(),
});

const contracts = [
  PaymentRequested,
  PaymentPending,
  PaymentSucceededV1,
  PaymentSucceeded,
  PaymentDeclined,
  PaymentRefundRequestedV1,
  PaymentRefundRequested,
  PaymentRefunded,
] as const;
/** What happens to a payment, on `payment-<id>`. */
export const paymentEvents = eventSet('payment', contracts);
export type PaymentEvent = EventOf<(typeof contracts)[number]>;

/** The test cards of the sandbox provider. */
export const SandboxMethod = z.enum([
  'sandbox_visa',
  'sandbox_declined',
  'sandbox_insufficient_funds',
  'sandbox_slow',
  'sandbox_late',
  'sandbox_twice',
  'sandbox_silent',
]);
export type SandboxMethod = z.infer<typeof SandboxMethod>;

export const Pay = z
  .strictObject({
    orderId: Id,
    paymentMethod: z.string().regex(/^\w{1,64}$/, { error: 'must be a payment method of the provider' }),
  })
  .meta({ id: 'Pay' });
export type Pay = z.infer<typeof Pay>;

/** What becomes of the ticket. */
const then = z.enum(['relist', 'withdraw'], { error: 'must be relist or withdraw' });

/** The body of `POST /api/payments/refunds`. */
export const RefundSale = z.strictObject({ orderId: Id, then }).meta({ id: 'RefundSale' });
export type RefundSale = z.infer<typeof RefundSale>;

/** `GET /api/payments/methods`. `test`: no money moves. */
export const PaymentMethodsReply = z
  .object({
    provider: z.string(),
    methods: z.array(z.object({ id: z.string(), name: z.string(), test: z.boolean() })),
  })
  .meta({ id: 'PaymentMethods' });
export type PaymentMethodsReply = z.infer<typeof PaymentMethodsReply>;

export const PaymentStatus = z.enum(['requested', 'pending', 'succeeded', 'declined', 'refunding', 'refunded']);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

export const PaymentView = z
  .object({ id: Id, orderId: Id, amount: StoredMoney, status: PaymentStatus })
  .meta({ id: 'Payment' });
export type PaymentView = z.infer<typeof PaymentView>;
