import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A payment intent, as far as anything is made of it. */
export interface FakeIntent {
  readonly id: string;
  readonly object: 'payment_intent';
  readonly created: number;
  readonly amount: number;
  readonly currency: string;
  readonly metadata: { readonly paymentId: string; readonly orderId: string };
  status: string;
  latest_charge: string | null;
  last_payment_error: Record<string, string> | null;
}

/** A request, as `POST /v1/refunds`. */
export interface Asked {
  readonly what: string;
  readonly form: URLSearchParams;
  readonly body: string;
  readonly idempotencyKey: string | undefined;
}

export interface Answer {
  readonly status?: number;
  readonly body: unknown;
}

/** What is answered instead of what Stripe would say; never, or nothing out of the ordinary. */
type Script = (asked: Asked) => Answer | 'silence' | undefined;

/** Stripe's rules on a small scale, over HTTP: intents, idempotency, the search. Banks and mishaps are scripted. */
export interface FakeStripe extends AsyncDisposable {
  readonly url: string;
  readonly asked: Asked[];
  readonly intents: FakeIntent[];
  /** What the bank does to an intent that is confirmed: it succeeds, until this is set. */
  bank: (intent: FakeIntent) => void;
  script: Script;
  /** Of what happened so often, as `POST /v1/refunds`. */
  count(what: string): number;
  /** A day passes: idempotency keys are forgotten. */
  forget(): void;
}

export const refused = (error: Record<string, string>, status = 400): Answer => ({
  status,
  body: { error: { type: status === 402 ? 'card_error' : 'invalid_request_error', message: 'refused', ...error } },
});

/** The bank takes the money. */
export function pays(intent: FakeIntent): void {
  Object.assign(intent, { status: 'succeeded', latest_charge: `ch_${intent.id}` });
}

/** The bank says no. */
export function declines(decline_code: string, code = 'card_declined') {
  return (intent: FakeIntent): void => {
    const last_payment_error = { type: 'card_error', code, decline_code, message: 'no' };
    Object.assign(intent, { status: 'requires_payment_method', latest_charge: `ch_${intent.id}`, last_payment_error });
  };
}

/** The bank takes its time, or asks the buyer. */
export function comesTo(status: 'processing' | 'requires_action') {
  return (intent: FakeIntent): void => void Object.assign(intent, { status });
}

export async function startFakeStripe(): Promise<FakeStripe> {
  const answers = new Map<string, Answer>();
  const refunds = new Map<string, unknown>();
  let seconds = 1_800_000_000;

  function created(form: URLSearchParams): Answer {
    seconds += 1;
    const status = form.has('payment_method') ? 'requires_confirmation' : 'requires_payment_method';
    const metadata = { paymentId: form.get('metadata[paymentId]') ?? '', orderId: form.get('metadata[orderId]') ?? '' };
    const price = { amount: Number(form.get('amount')), currency: form.get('currency') ?? '' };
    const nothing = { latest_charge: null, last_payment_error: null };
    const id = `pi_${fake.intents.length + 1}`;
    const intent: FakeIntent = {
      id,
      object: 'payment_intent',
      created: seconds,
      ...price,
      metadata,
      status,
      ...nothing,
    };
    fake.intents.push(intent);
    return { body: intent };
  }

  function changed(intent: FakeIntent, action: string | undefined): Answer {
    if (action === undefined) return { body: intent };
    const [from, to] =
      action === 'confirm'
        ? [['requires_confirmation'], fake.bank]
        : [
            ['requires_payment_method', 'requires_confirmation', 'requires_action'],
            (open: FakeIntent) => void Object.assign(open, { status: 'canceled' }),
          ];
    if (!from.includes(intent.status)) return refused({ code: 'payment_intent_unexpected_state' });
    to(intent);
    const { last_payment_error: error } = intent;
    return error && action === 'confirm' ? refused(error, 402) : { body: intent };
  }

  function refunded(form: URLSearchParams): Answer {
    const reference = form.get('payment_intent') ?? '';
    if (refunds.has(reference)) return refused({ code: 'charge_already_refunded' });
    const refund = { id: `re_${refunds.size + 1}`, object: 'refund', status: 'succeeded', payment_intent: reference };
    refunds.set(reference, refund);
    return { body: refund };
  }

  function answer({ what, form }: Asked): Answer {
    if (what === 'POST /v1/payment_intents') return created(form);
    if (what === 'POST /v1/refunds') return refunded(form);
    if (what === 'GET /v1/refunds')
      return { body: { object: 'list', data: [refunds.get(form.get('payment_intent') ?? '')] } };
    if (what === 'GET /v1/payment_intents/search') {
      const data = fake.intents.filter(({ metadata }) => form.get('query')?.includes(metadata.paymentId));
      return { body: { object: 'search_result', data } };
    }
    const [, id, action] = /^(?:GET|POST) \/v1\/payment_intents\/(\w+)(?:\/(\w+))?$/.exec(what) ?? [];
    const intent = fake.intents.find((known) => known.id === id);
    return intent ? changed(intent, action) : refused({ code: 'resource_missing' }, 404);
  }

  /** The first answer to a key is the answer to it, as it was. */
  function answerOnce(asked: Asked): Answer {
    const { idempotencyKey: key } = asked;
    const first = key === undefined ? undefined : answers.get(key);
    if (first) return first;
    const now = structuredClone(answer(asked));
    if (key !== undefined) answers.set(key, now);
    return now;
  }

  const server = createServer(async (request, response) => {
    const asked = await askedBy(request);
    fake.asked.push(asked);
    const reply = fake.script(asked) ?? answerOnce(asked);
    if (reply === 'silence') return;
    const headers = { 'content-type': 'application/json', 'stripe-should-retry': 'false' };
    response.writeHead(reply.status ?? 200, headers).end(JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const fake: FakeStripe = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    intents: [],
    bank: pays,
    script: () => undefined,
    count: (what) => fake.asked.filter((asked) => asked.what === what).length,
    forget: () => answers.clear(),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

async function askedBy(request: IncomingMessage): Promise<Asked> {
  const url = new URL(request.url ?? '/', 'http://fake');
  const body = await text(request);
  const form = new URLSearchParams(request.method === 'GET' ? url.search : body);
  const key = request.headers['idempotency-key'];
  return { what: `${request.method} ${url.pathname}`, form, body, idempotencyKey: key as string | undefined };
}
