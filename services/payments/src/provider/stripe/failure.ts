import Stripe from 'stripe';

/**
 * Stripe gave no outcome. It holds what an operator can look it up by and nothing else: the errors of Stripe's client
 * carry whole payments, with names, addresses and secrets, and what is thrown is logged.
 */
export class StripeFailed extends Error {
  readonly type: string;
  readonly code: string | undefined;
  readonly status: number | undefined;
  /** Stripe's name for the request. */
  readonly requestId: string | undefined;

  constructor({ message, type, code, statusCode, requestId }: InstanceType<typeof Stripe.errors.StripeError>) {
    super(message);
    this.name = 'StripeFailed';
    this.type = type;
    this.code = code;
    this.status = statusCode;
    this.requestId = requestId;
  }
}

/** The error as it may leave the provider. */
export function failureOf(error: unknown): unknown {
  return error instanceof Stripe.errors.StripeError ? new StripeFailed(error) : error;
}
