import type { OrderView, TicketView } from '@boxoffice/contracts';
import type { Person, Request } from './person.ts';

/** Those who ask: a stranger, the buyer and the seller of what is asked for, a person like them, and an operator. */
export const actors = ['anon', 'buyer', 'seller', 'other', 'operator'] as const;
export type Actor = (typeof actors)[number];

export interface Cast extends Record<Exclude<Actor, 'anon'>, Person> {
  newcomer(): Promise<Person>;
  /** What the seller has listed. */
  ticket(): Promise<TicketView>;
  /** The buyer's order of it. */
  order(): Promise<OrderView>;
  /** The buyer's order, paid. */
  sale(): Promise<OrderView>;
  /** One of the seller's. */
  webhook(): Promise<string>;
  /** One of the buyer's. */
  mail(): Promise<string>;
  /** The buyer's own. */
  session(): Promise<string>;
}

export interface Row {
  /** What each is answered. */
  readonly answers: Readonly<Record<Actor, number>>;
  /** The rest of the address, the body: of something that is there, made anew for each who asks. */
  readonly ask: (cast: Cast) => Promise<Asked> | Asked;
}

/** `of`: what stands in the place of the parameter. */
interface Asked extends Pick<Request, 'payload' | 'headers'> {
  readonly of?: string;
  readonly query?: string;
  /** What of this one's must be in the answer to them, and in that to nobody else. */
  readonly own?: { readonly whose: Actor; readonly id: string };
}

export const password = 'correct horse';

type Ask = Row['ask'];
type Answers = readonly [anon: number, buyer: number, seller: number, other: number, operator: number];
const row = ([anon, buyer, seller, other, operator]: Answers, ask: Ask = () => ({})): Row => ({
  answers: { anon, buyer, seller, other, operator },
  ask,
});
const everybody = (good: number, ask?: Ask) => row([good, good, good, good, good], ask);
/** Each their own. */
const signedIn = (good: number, ask?: Ask) => row([401, good, good, good, good], ask);
/** What others have is not there for them: not even an operator's eyes see it here. */
const buyers = (good: number, ask: Ask) => row([401, good, 404, 404, 404], ask);
const sellers = (good: number, ask: Ask, others = 404) => row([401, others, good, others, others], ask);
const operators = (good: number, ask?: Ask) => row([401, 403, 403, 403, good], ask);

const ofTicket: Ask = async (cast) => ({ of: (await cast.ticket()).id });
const ofOrder: Ask = async (cast) => ({ of: (await cast.order()).id });
const ofMail: Ask = async (cast) => ({ of: await cast.mail() });
const ofWebhook: Ask = async (cast) => ({ of: await cast.webhook() });
const offer = { title: 'Giselle', price: { amount: 4000, currency: 'EUR' } };
const nobody = '0d3e7000-0000-4000-8000-000000000404';
const projection = 'ticket-listings';
const ofProjection: Ask = () => ({ of: projection });
const confirmed: Ask = () => ({ payload: { password } });

/** Who may do what. A route that is not in it fails the test: whoever adds one says here for whom it is. */
export const rows: Readonly<Record<string, Row>> = {
  'POST /api/users/signup': everybody(201, () => ({
    payload: { email: `person-${crypto.randomUUID()}@example.com`, password },
  })),
  'POST /api/users/signin': everybody(200, async (cast) => ({
    payload: { email: (await cast.newcomer()).email, password },
  })),
  'POST /api/users/signout': everybody(204),
  'GET /api/users/currentuser': everybody(200),
  'POST /api/users/signout-everywhere': signedIn(204),
  'GET /api/users/sessions': signedIn(200, async (cast) => ({ own: { whose: 'buyer', id: await cast.session() } })),
  'DELETE /api/users/sessions/:id': buyers(204, async (cast) => ({ of: await cast.session(), payload: { password } })),
  'PUT /api/users/password': signedIn(204, () => ({ payload: { password, newPassword: 'another horse' } })),
  'POST /api/users/forget': signedIn(204, confirmed),

  'POST /api/tickets': signedIn(201, () => ({ payload: offer })),
  'GET /api/tickets': everybody(200),
  'GET /api/tickets/suggestions': everybody(200, () => ({ query: '?q=swan' })),
  'GET /api/tickets/:id': everybody(200, ofTicket),
  'GET /api/tickets/:id/similar': everybody(200, ofTicket),
  'GET /api/tickets/:id/history': everybody(200, ofTicket),
  'PUT /api/tickets/:id': sellers(200, async (cast) => ({ of: (await cast.ticket()).id, payload: offer }), 403),
  'DELETE /api/tickets/:id': sellers(204, ofTicket, 403),
  'GET /api/sales': signedIn(200, async (cast) => ({ own: { whose: 'seller', id: (await cast.ticket()).id } })),
  'GET /api/market': everybody(200),
  // Asked so that it ends: who is asking is looked at first.
  'GET /api/stream': signedIn(400, () => ({ query: '?orders=mine', headers: { 'last-event-id': 'none' } })),

  'POST /api/orders': row([401, 201, 403, 201, 201], async (cast) => ({
    payload: { ticketId: (await cast.ticket()).id },
  })),
  'GET /api/orders': signedIn(200, async (cast) => ({ own: { whose: 'buyer', id: (await cast.order()).id } })),
  'GET /api/orders/:id': buyers(200, ofOrder),
  'GET /api/orders/:id/history': buyers(200, ofOrder),
  'DELETE /api/orders/:id': buyers(204, ofOrder),
  'POST /api/payments': buyers(201, async (cast) => ({
    payload: { orderId: (await cast.order()).id, paymentMethod: 'sandbox_visa' },
  })),
  'POST /api/payments/refunds': operators(201, async (cast) => ({
    // biome-ignore lint/suspicious/noThenProperty: the word of the API
    payload: { orderId: (await cast.sale()).id, then: 'relist' },
  })),
  'GET /api/payments/methods': everybody(200),
  // By its signature alone, whoever brings it.
  'POST /api/payments/webhooks/stripe': everybody(400, () => ({ payload: { type: 'payment_intent.succeeded' } })),

  'GET /api/mailbox': signedIn(200, async (cast) => ({ own: { whose: 'buyer', id: await cast.mail() } })),
  'GET /api/mailbox/:id': buyers(200, ofMail),

  'POST /api/webhooks': signedIn(201, () => ({
    payload: { url: 'https://receiver.invalid/', events: ['order.placed'] },
  })),
  'GET /api/webhooks': signedIn(200, async (cast) => ({ own: { whose: 'seller', id: await cast.webhook() } })),
  'GET /api/webhooks/:id': sellers(200, ofWebhook),
  'DELETE /api/webhooks/:id': sellers(204, ofWebhook),
  'POST /api/webhooks/:id/rotate': sellers(200, ofWebhook),
  'POST /api/webhooks/:id/enable': sellers(200, ofWebhook),
  'POST /api/webhooks/:id/test': sellers(202, ofWebhook),
  'POST /api/webhooks/:id/replay': sellers(202, async (cast) => ({ of: await cast.webhook(), payload: { from: 1 } })),
  'GET /api/webhooks/:id/deliveries': sellers(200, ofWebhook),

  'GET /api/operations/projections': operators(200),
  'GET /api/operations/projections/lag': operators(200),
  'GET /api/operations/projections/:name': operators(200, ofProjection),
  'POST /api/operations/projections/:name/pause': operators(200, () => ({ of: 'ledger' })),
  'POST /api/operations/projections/:name/resume': operators(200, () => ({ of: 'ledger' })),
  'POST /api/operations/projections/:name/rebuild': operators(202, () => ({ of: 'my-webhooks' })),
  'POST /api/operations/projections/:name/compare': operators(409, ofProjection),
  'POST /api/operations/projections/:name/switch': operators(409, () => ({ of: projection, payload: {} })),
  'POST /api/operations/projections/:name/rollback': operators(409, ofProjection),
  'GET /api/operations/jobs': operators(200),
  'GET /api/operations/jobs/:id': operators(404, () => ({ of: nobody })),
  'DELETE /api/operations/jobs/:id': operators(404, () => ({ of: nobody })),
  'GET /api/operations/quarantine': operators(200),
  'POST /api/operations/quarantine/retry': operators(200, () => ({ payload: { projection } })),
  'POST /api/operations/quarantine/skip': operators(409, () => ({
    payload: { projection, key: 'none', reason: 'to see' },
  })),
  'GET /api/operations/log/commits': operators(200),
  'GET /api/operations/log/commits/:position': operators(200, () => ({ of: '1' })),
  'GET /api/operations/log/streams/:stream': operators(200, async (cast) => ({
    of: `ticket-${(await cast.ticket()).id}`,
  })),
  'POST /api/operations/log/verify': operators(202),
  'GET /api/operations/orders/:id': operators(200, ofOrder),
  'GET /api/operations/ledger': operators(200),

  // What says nothing of anybody.
  'GET /api/docs': everybody(200),
  'GET /api/docs/': everybody(200),
  'GET /api/docs/json': everybody(200),
  'GET /api/docs/yaml': everybody(200),
  'GET /api/docs/static/index.html': everybody(302),
  'GET /api/docs/static/swagger-initializer.js': everybody(200),
  'GET /api/docs/*': everybody(404),
  'GET /livez': everybody(200),
  'GET /readyz': everybody(200),
  // From this machine alone: its own test holds that.
  'GET /metrics': everybody(200),
};
