import { setTimeout as delay } from 'node:timers/promises';
import { Visitor } from '../../support/visitor.ts';

/** What was answered with success: the thing that was made, and where it is in the log. */
export interface Acknowledged {
  readonly what: 'listed' | 'reserved' | 'paid';
  readonly id: string;
  readonly position: number;
}

export interface Load extends AsyncDisposable {
  /** Everything that was acknowledged so far. */
  readonly acknowledged: readonly Acknowledged[];
  /** What was answered and should not have been. */
  readonly unexpected: readonly string[];
  /** Resolves when so many more have been acknowledged. */
  more(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** People who list, reserve and pay, one thing after the other, and insist until they are answered. */
export async function startLoad(url: string, people: number): Promise<Load> {
  const acknowledged: Acknowledged[] = [];
  const unexpected: string[] = [];
  const waiting = new Set<() => void>();
  let isOver = false;

  /** Asks again, under the same key, until somebody answers; nobody takes a failure of ours for an answer. */
  async function insist(visitor: Visitor, path: string, body: object): Promise<{ id: string } | undefined> {
    const key = crypto.randomUUID();
    for (;;) {
      const reply = await visitor.post(path, body, { 'idempotency-key': key }).catch(() => undefined);
      const text = await reply?.text().catch(() => undefined);
      if (reply?.status === 201 && text !== undefined) {
        const made = JSON.parse(text) as { id: string };
        note(path, made.id, Number(reply.headers.get('event-position')));
        return made;
      }
      if (reply && reply.status < 500) {
        unexpected.push(`${path} ${reply.status} ${text}`);
        return undefined;
      }
      if (isOver) return undefined;
      await delay(50);
    }
  }

  function note(path: string, id: string, position: number): void {
    const what = path === '/api/tickets' ? 'listed' : path === '/api/orders' ? 'reserved' : 'paid';
    acknowledged.push({ what, id, position });
    for (const wake of waiting) wake();
  }

  async function person(): Promise<void> {
    const [seller, buyer] = [new Visitor(url), new Visitor(url)];
    await seller.signsUp();
    await buyer.signsUp();
    while (!isOver) {
      const price = { amount: 100 + acknowledged.length, currency: 'EUR' };
      const ticket = await insist(seller, '/api/tickets', { title: `Ticket ${acknowledged.length}`, price });
      const order = ticket && (await insist(buyer, '/api/orders', { ticketId: ticket.id }));
      if (order) await insist(buyer, '/api/payments', { orderId: order.id, paymentMethod: 'sandbox_visa' });
    }
  }

  const running = Promise.all(Array.from({ length: people }, person));
  running.catch((error) => unexpected.push(String(error)));
  async function stop(): Promise<void> {
    isOver = true;
    await running;
  }
  return {
    acknowledged,
    unexpected,
    async more(count) {
      const enough = acknowledged.length + count;
      while (acknowledged.length < enough && !isOver) {
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.add(resolve);
        await promise;
        waiting.delete(resolve);
      }
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
