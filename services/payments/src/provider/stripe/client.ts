import { AsyncLocalStorage } from 'node:async_hooks';
import Stripe from 'stripe';
import { failureOf } from './failure.ts';

export interface StripeAccess {
  readonly secretKey: string;
  /** Where Stripe is, if it is elsewhere: a stand-in for tests. */
  readonly apiBase?: string | undefined;
}

export interface StripeClient {
  readonly stripe: Stripe;
  /**
   * Does this with Stripe, and ends every request of it, one that is tried again as well, when the signal is aborted.
   * @throws {StripeFailed} for what Stripe's client throws
   */
  within<Result>(signal: AbortSignal | undefined, ask: () => Promise<Result>): Promise<Result>;
}

/** Milliseconds for one request, less than the ten seconds in which a payment is settled: a bank may take its time. */
const TIMEOUT = 8000;
/** What was cut off or refused as too early is sent again, under the same idempotency key. */
const RETRIES = 2;

/** The client of Stripe's own making. It knows no signals, so that they are brought to where it sends. */
export function stripeClient({ secretKey, apiBase }: StripeAccess): StripeClient {
  const asking = new AsyncLocalStorage<AbortSignal | undefined>();
  const send: typeof fetch = (input, init) => {
    const signals = [init?.signal, asking.getStore()].filter((signal) => signal != null);
    return fetch(input, { ...init, signal: AbortSignal.any(signals) });
  };
  const stripe = new Stripe(secretKey, {
    httpClient: Stripe.createFetchHttpClient(send),
    timeout: TIMEOUT,
    maxNetworkRetries: RETRIES,
    telemetry: false,
    ...(apiBase === undefined ? {} : place(new URL(apiBase))),
  });
  return {
    stripe,
    async within(signal, ask) {
      signal?.throwIfAborted();
      try {
        return await asking.run(signal, ask);
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}

function place({ protocol, hostname: host, port }: URL) {
  const isPlain = protocol === 'http:';
  return { protocol: isPlain ? 'http' : 'https', host, port: port || (isPlain ? 80 : 443) } as const;
}
