import { setTimeout } from 'node:timers/promises';
import { newcomer, type Person, sendTo } from '../../services/marketplace/tests/support/person.ts';
import { becomesOperator } from './operator.ts';
import { becomes } from './past.ts';
import { show } from './show.ts';

/** Somebody's cookies, and what they have. */
export interface Actor {
  readonly cookies: Readonly<Record<string, string>>;
}

/** What happened in the market before the pictures are taken. */
export interface Story {
  readonly buyer: Actor;
  readonly seller: Actor;
  readonly newcomer: Actor;
  readonly operator: Actor;
  /** Listings of the seller, by how they stand. */
  readonly tickets: Readonly<Record<'available' | 'reserved' | 'sold' | 'withdrawn', string>>;
  /** Orders of the buyer, by how they stand. */
  readonly orders: Readonly<Record<'placed' | 'declined' | 'delayed' | 'paid' | 'cancelled' | 'refunded', string>>;
  /** A mail of the buyer. */
  readonly mail: string;
  /** A job of the operator. */
  readonly job: string;
}

/** Lets a seller, a buyer and an operator bring everything into every state, through the API. */
export async function play(origin: string, dataDir: string): Promise<Story> {
  const send = sendTo(origin);
  const [seller, buyer, nobody, operator] = await Promise.all([send, send, send, send].map(newcomer));
  if (!seller || !buyer || !nobody || !operator) throw new Error('four people sign up');
  const lists = async (title: string, n: number) => (await seller.lists(show(title, n))).id;
  const available = await lists('The Long Goodbye Orchestra', 2);
  await reprice(seller, available);
  const withdrawn = await lists('Quiet Riot of Colours', 3);
  await seller.delete(`/api/tickets/${withdrawn}`);

  const reserves = async (title: string, n: number, ...methods: string[]) => {
    const ticketId = await lists(title, n);
    const order = await buyer.reserves(ticketId);
    for (const method of methods) await buyer.pays(order.id, method);
    return { ticketId, orderId: order.id };
  };
  const cancelled = await reserves('Salt and Silver', 1);
  await buyer.delete(`/api/orders/${cancelled.orderId}`);
  const paid = await reserves('A Midsummer Night, Loud', 1, 'sandbox_visa');
  const refunded = await reserves('The Glass Garden', 2, 'sandbox_visa');
  const declined = await reserves('Night Ferry', 4, 'sandbox_declined');
  const delayed = await reserves('Paper Lanterns', 1, 'sandbox_late');
  const placed = await reserves('Ninety Minutes of Rain', 2);
  const { job } = await becomesOperator(operator, dataDir);
  // biome-ignore lint/suspicious/noThenProperty: the word of the API
  await operator.post('/api/payments/refunds', { orderId: refunded.orderId, then: 'withdraw' });
  await becomes(buyer, refunded.orderId, 'refunded');
  return {
    seller,
    buyer,
    newcomer: nobody,
    operator,
    tickets: { available, withdrawn, reserved: placed.ticketId, sold: paid.ticketId },
    orders: {
      placed: placed.orderId,
      declined: declined.orderId,
      delayed: delayed.orderId,
      paid: paid.orderId,
      cancelled: cancelled.orderId,
      refunded: refunded.orderId,
    },
    mail: await mailTo(buyer, 'paid'),
    job,
  };
}

/** Gives the listing a history of prices. */
async function reprice(seller: Person, id: string): Promise<void> {
  for (const amount of [11_000, 9900, 8400]) {
    const ticket = (await seller.get(`/api/tickets/${id}`)).json();
    const payload = { ...show(ticket.title, 2), price: { amount, currency: 'EUR' } };
    await seller.request({
      method: 'PUT',
      url: `/api/tickets/${id}`,
      payload,
      headers: { 'if-match': `"${ticket.revision}"` },
    });
  }
}

/** Waits for a mail of a kind. Mails are sent some moments after that of which they tell. */
async function mailTo(person: Person, kind: string): Promise<string> {
  for (;;) {
    const { items } = (await person.get('/api/mailbox?limit=100')).json();
    const mail = items.find((each: { kind: string }) => each.kind === kind);
    if (mail) return mail.id;
    await setTimeout(200);
  }
}
