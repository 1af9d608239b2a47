import { z } from 'zod';

/** Every error that a client can meet: its code, its HTTP status, and what it means in a line. */
export const errorCatalogue = {
  'invalid-input': { status: 400, title: 'The request is not valid' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'The address or the password is wrong' },
  'payment-declined': { status: 402, title: 'The payment was declined' },
  'cross-site-request': { status: 403, title: 'The request came from another site' },
  'not-an-operator': { status: 403, title: 'Only operators may do this' },
  'not-your-ticket': { status: 403, title: 'Only its seller may do this' },
  'own-ticket': { status: 403, title: 'Sellers cannot buy their own tickets' },
  'route-not-found': { status: 404, title: 'There is nothing at this address' },
  'user-not-found': { status: 404, title: 'There is no such account' },
  'session-not-found': { status: 404, title: 'There is no such session' },
  'ticket-not-found': { status: 404, title: 'There is no such ticket' },
  'order-not-found': { status: 404, title: 'There is no such order' },
  'mail-not-found': { status: 404, title: 'There is no such mail' },
  'webhook-not-found': { status: 404, title: 'There is no such webhook' },
  'projection-not-found': { status: 404, title: 'There is no such projection' },
  'job-not-found': { status: 404, title: 'There is no such job' },
  'commit-not-found': { status: 404, title: 'The log has nothing at this position' },
  'stream-not-found': { status: 404, title: 'There is no such stream' },
  'email-taken': { status: 409, title: 'The address already has an account' },
  'ticket-reserved': { status: 409, title: 'The ticket is reserved' },
  'ticket-sold': { status: 409, title: 'The ticket is sold' },
  'ticket-withdrawn': { status: 409, title: 'The ticket was withdrawn' },
  'show-started': { status: 409, title: 'The show has started' },
  'price-changed': { status: 409, title: 'The price has changed' },
  'order-paid': { status: 409, title: 'The order is paid' },
  'order-not-paid': { status: 409, title: 'The order is not paid' },
  'order-cancelled': { status: 409, title: 'The order was cancelled' },
  'order-refunded': { status: 409, title: 'The money of the order was given back' },
  'order-expired': { status: 409, title: 'The order has expired' },
  'payment-in-progress': { status: 409, title: 'The order is being paid' },
  'too-many-webhooks': { status: 409, title: 'There are as many webhooks as one may have' },
  'webhook-disabled': { status: 409, title: 'The webhook is disabled' },
  'operation-in-progress': { status: 409, title: 'Another operation on the same thing is under way' },
  'not-in-quarantine': { status: 409, title: 'The key is not in quarantine' },
  'generation-missing': { status: 409, title: 'There is no such generation of the read model' },
  'concurrent-change': { status: 409, title: 'Others changed the same thing at the same time' },
  'revision-stale': { status: 412, title: 'It changed since you read it' },
  'body-too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The request is not JSON' },
  'idempotency-key-reused': { status: 422, title: 'The idempotency key was used for another request' },
  'replay-too-soon': { status: 429, title: 'The webhook was replayed a moment ago' },
  internal: { status: 500, title: 'The server failed' },
  'no-answer': { status: 502, title: 'A part of the market did not answer' },
  busy: { status: 503, title: 'The server is busy' },
  'not-caught-up': { status: 503, title: 'The answer would be older than the change it must show' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errorCatalogue;

/** One thing that is wrong with a request: the field, as a path (`price.amount`), and what is wrong with it. */
export const FieldError = z.object({ field: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** The body of every answer of 400 and above: RFC 9457, `application/problem+json`. */
export const Problem = z
  .object({
    type: z.string().meta({ example: 'urn:boxoffice:error:ticket-sold' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(errorCatalogue) as [ErrorCode]),
    detail: z.string().optional(),
    correlationId: z.string().optional(),
    errors: z.array(FieldError).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
