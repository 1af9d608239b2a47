import type { Clock } from '@boxoffice/common';
import { createLogger } from '@boxoffice/common/http';
import type { OrderView, TicketView } from '@boxoffice/contracts';
import type { InjectOptions } from 'fastify';
import { type DataFolder, openDataFolder } from '../../src/data-folder.ts';
import { createMarket, type MarketOptions } from '../../src/market.ts';
import { embeddedParts, type Parts } from '../../src/parts.ts';
import { newDataDir } from './process.ts';

export interface TestMarket extends AsyncDisposable {
  readonly app: Awaited<ReturnType<typeof createMarket>>['app'];
  readonly parts: Parts;
  readonly dataDir: string;
  /** A newcomer who has just signed up. */
  person(): Promise<Person>;
}

export interface TestMarketOptions extends Partial<MarketOptions> {
  readonly dataDir?: string;
  readonly clock?: Clock;
}

/** The whole market in this process, on files of its own, without the web client. */
export async function testMarket({
  dataDir = newDataDir(),
  clock,
  ...more
}: TestMarketOptions = {}): Promise<TestMarket> {
  const stack = new AsyncDisposableStack();
  const folder: DataFolder = stack.use(openDataFolder(dataDir));
  const embedded = stack.use(embeddedParts(folder, { scryptLn: 10 }));
  const parts = clock ? { ...embedded, clock } : embedded;
  const { app } = stack.use(
    await createMarket(parts, {
      logger: createLogger('silent'),
      secrets: folder.secrets,
      secure: false,
      trustProxy: 'loopback',
      currency: 'EUR',
      holdSeconds: 900,
      ...more,
    }),
  );
  let people = 0;
  return {
    app,
    parts,
    dataDir,
    async person() {
      people += 1;
      const person = new Person(app, `person-${people}-${crypto.randomUUID()}@example.com`);
      await person.post('/api/users/signup', { email: person.email, password: 'correct horse' });
      return person;
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

type App = TestMarket['app'];

/** Somebody with a browser: keeps cookies and says where requests come from. */
export class Person {
  readonly email: string;
  readonly cookies: Record<string, string> = {};
  readonly #app: App;

  constructor(app: App, email: string) {
    this.#app = app;
    this.email = email;
  }

  async request(options: InjectOptions) {
    const headers = { 'sec-fetch-site': 'same-origin', ...options.headers };
    const reply = await this.#app.inject({ ...options, headers, cookies: this.cookies });
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
