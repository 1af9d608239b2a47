import type { OrderView, TicketView } from '@boxoffice/contracts';

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly payload?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
  readonly body: string;
  // biome-ignore lint/suspicious/noExplicitAny: what it must be is for the test to say
  json(): any;
}

/** Reaches a market, in this process or over the network. */
export type Send = (request: Request & { readonly cookies: Record<string, string> }) => Promise<Reply>;

/** Somebody with a browser: keeps cookies and says where requests come from. */
export class Person {
  readonly email: string;
  readonly cookies: Record<string, string> = {};
  readonly #send: Send;

  constructor(send: Send, email: string) {
    this.#send = send;
    this.email = email;
  }

  async request(request: Request): Promise<Reply> {
    const headers = { 'sec-fetch-site': 'same-origin', ...request.headers };
    const reply = await this.#send({ ...request, headers, cookies: this.cookies });
    for (const { name, value } of reply.cookies) this.cookies[name] = value;
    return reply;
  }

  get(url: string) {
    return this.request({ method: 'GET', url });
  }

  post(url: string, payload: object, headers: Record<string, string> = {}) {
    return this.request({ method: 'POST', url, payload, headers });
  }

  delete(url: string) {
    return this.request({ method: 'DELETE', url });
  }

  async lists(ticket: Record<string, unknown> = {}): Promise<TicketView> {
    const body = { title: 'Swan Lake', price: { amount: 5000, currency: 'EUR' }, ...ticket };
    const reply = await this.post('/api/tickets', body);
    if (reply.statusCode !== 201) throw new Error(reply.body);
    return reply.json();
  }

  async reserves(ticketId: string): Promise<OrderView> {
    const reply = await this.post('/api/orders', { ticketId });
    if (reply.statusCode !== 201) throw new Error(reply.body);
    return reply.json();
  }

  pays(orderId: string, paymentMethod = 'sandbox_visa', headers: Record<string, string> = {}) {
    return this.post('/api/payments', { orderId, paymentMethod }, headers);
  }
}

/** Somebody who has just signed up. */
export async function newcomer(send: Send): Promise<Person> {
  const person = new Person(send, `person-${crypto.randomUUID()}@example.com`);
  const reply = await person.post('/api/users/signup', { email: person.email, password: 'correct horse' });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return person;
}

/** Over the network. */
export function sendTo(origin: string): Send {
  return async ({ method, url, payload, headers = {}, cookies }) => {
    const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
    const json = payload === undefined ? {} : { 'content-type': 'application/json' };
    const reply = await fetch(origin + url, {
      method,
      headers: { ...json, ...headers, ...(cookie.length > 0 && { cookie: cookie.join('; ') }) },
      ...(payload !== undefined && { body: JSON.stringify(payload) }),
    });
    const body = await reply.text();
    return {
      statusCode: reply.status,
      headers: Object.fromEntries(reply.headers),
      cookies: reply.headers.getSetCookie().map(cookieOf),
      body,
      json: () => JSON.parse(body),
    };
  };
}

function cookieOf(header: string): { name: string; value: string } {
  const [pair = ''] = header.split(';');
  const [name = '', ...value] = pair.split('=');
  return { name, value: value.join('=') };
}
