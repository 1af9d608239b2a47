import { type Paced, paced } from '../../services/marketplace/tests/distributed/support/paced.ts';
import { Visitor } from '../../services/marketplace/tests/support/visitor.ts';

export interface Visitors extends Paced {
  /** Answers that said of themselves that they were from before what their reader had done: late, but no failure. */
  late(): number;
}

/** People who look, search, sign in and list, so many times a second in all; whatever is not answered well is a failure. */
export async function startVisitors(url: string, perSecond: number): Promise<Visitors> {
  const seller = new Visitor(url);
  await seller.signsUp();
  let [turn, late] = [0, 0];
  let id = await list();

  async function good(reply: Response, status = 200): Promise<string> {
    const text = await reply.text();
    if (reply.status === status) return text;
    if (reply.headers.get('event-position-stale') !== 'true' || reply.status >= 500)
      throw new Error(`${reply.url} ${reply.status} ${text.slice(0, 200)}`);
    late += 1;
    return text;
  }

  async function list(): Promise<string> {
    const body = { title: `Night ${turn} of the Owls`, price: { amount: 100 + turn, currency: 'EUR' } };
    const reply = await seller.post('/api/tickets', body, { 'idempotency-key': crypto.randomUUID() });
    return JSON.parse(await good(reply, 201)).id;
  }

  const turns: readonly (() => Promise<unknown>)[] = [
    async () => good(await seller.get(`/api/tickets/${id}`)),
    async () => good(await fetch(`${url}/api/tickets?q=owls&limit=10`)),
    async () => good(await fetch(`${url}/icon.svg`)),
    async () => good(await seller.get('/api/users/currentuser')),
    async () => good(await seller.get('/api/orders')),
    async () => good(await seller.get('/api/payments/methods')),
    async () => {
      id = await list();
    },
  ];
  const first = id;
  const load = paced(perSecond, async () => {
    turn += 1;
    // A page takes as long as twenty requests: one in a hundred is one.
    if (turn % 100 === 0) await good(await seller.get(`/tickets/${first}`));
    else await turns[turn % turns.length]?.();
    return undefined;
  });
  return Object.assign(load, { late: () => late });
}
