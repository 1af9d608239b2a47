import { createHmac } from 'node:crypto';
import type { EventLog } from '@boxoffice/common';
import { sessionCookie } from '@boxoffice/common/http';
import type { Currency } from '@boxoffice/contracts';
import type { FastifyInstance } from 'fastify';
import { DEMO_TICKETS, demoTicket } from './catalogue.ts';

export interface DemoOptions {
  readonly app: FastifyInstance;
  readonly log: EventLog;
  readonly secret: string;
  readonly secure: boolean;
  readonly currency: Currency;
  readonly onProgress: (done: number, of: number) => void;
}

const SELLERS = 4;

/**
 * Fills an empty market, through the API as any seller would. Cut off half-way it goes on at the next start: each
 * request has a fixed idempotency key, so nothing is listed twice. Answers how many tickets were refused: when the
 * settings have changed since the first attempt.
 */
export async function listDemo(options: DemoOptions): Promise<number> {
  const { app, log, secret, secure, currency, onProgress } = options;
  const first = (await log.read(0, 1))[0];
  // The day of the first attempt, so that a second one asks for the same tickets.
  const now = new Date(first?.at ?? Date.now());
  const cookies: string[] = [];
  for (let seller = 0; seller < SELLERS; seller += 1) cookies.push(await signUp(seller));

  let refused = 0;
  for (let n = 0; n < DEMO_TICKETS; n += 1) {
    const reply = await app.inject({
      method: 'POST',
      url: '/api/tickets',
      headers: { 'idempotency-key': `demo-${n}`, 'sec-fetch-site': 'same-origin' },
      cookies: { [sessionCookie(secure)]: cookies[n % SELLERS] ?? '' },
      payload: demoTicket(n, currency, now),
    });
    if (reply.statusCode !== 201) refused += 1;
    onProgress(n + 1, DEMO_TICKETS);
  }
  return refused;

  async function signUp(seller: number): Promise<string> {
    const email = `seller${seller + 1}@demo.invalid`;
    // Nobody is told it: it exists so that a second attempt can repeat the first.
    const password = createHmac('sha256', secret).update(email).digest('base64url');
    const reply = await app.inject({
      method: 'POST',
      url: '/api/users/signup',
      headers: { 'idempotency-key': `demo-seller-${seller}` },
      payload: { email, password },
    });
    const cookie = reply.cookies.find(({ name }) => name === sessionCookie(secure));
    if (!cookie) throw new Error(`demo seller ${seller} was refused: ${reply.body}`);
    return cookie.value;
  }
}
