import { Problem } from '@boxoffice/contracts';
import { afterAll, describe, expect, test } from 'vitest';
import { type Actor, actors, type Cast, rows } from './support/access-rows.ts';
import { testMarket } from './support/market.ts';
import { appoint } from './support/operators.ts';
import type { Person, Request } from './support/person.ts';
import { routeTable } from './support/route-table.ts';

/** With the routes that there are for Stripe alone. The money is still the sandbox's. */
const stripe = {
  PAYMENT_PROVIDER: 'stripe',
  STRIPE_SECRET_KEY: 'sk_test_none',
  STRIPE_WEBHOOK_SECRET: 'whsec_none',
} as const;

describe('who may do what (security.md 32)', { timeout: 60_000 }, async () => {
  const market = await testMarket({ payments: stripe });
  await market.app.ready();
  const table = routeTable(market.app.printRoutes({ commonPrefix: false }));
  afterAll(() => market[Symbol.asyncDispose]());

  async function cast(): Promise<Cast> {
    const [buyer, seller, other, operator] = await Promise.all([1, 2, 3, 4].map(() => market.person()));
    if (!buyer || !seller || !other || !operator) throw new Error('nobody has come');
    await appoint(market.parts, operator);
    const order = async () => buyer.reserves((await seller.lists()).id);
    return {
      ...{ buyer, seller, other, operator, order },
      newcomer: market.person,
      ticket: () => seller.lists(),
      async sale() {
        const placed = await order();
        await buyer.pays(placed.id);
        return placed;
      },
      async webhook() {
        const body = { url: 'https://receiver.invalid/', events: ['order.placed'] };
        // There are ten at most.
        for (const { id } of (await seller.get('/api/webhooks')).json().items)
          await seller.delete(`/api/webhooks/${id}`);
        return (await seller.post('/api/webhooks', body)).json().id;
      },
      async mail() {
        await order();
        const mails = async () => (await buyer.get('/api/mailbox')).json().items;
        await expect.poll(mails, { timeout: 10_000 }).not.toEqual([]);
        return (await mails())[0].id;
      },
      session: async () =>
        (await buyer.get('/api/users/sessions')).json().items.find(({ current }: { current: boolean }) => current).id,
    };
  }
  const send = (person: Person | undefined, request: Request) =>
    person?.request(request) ?? market.app.inject({ headers: { 'sec-fetch-site': 'same-origin' }, ...request });

  test('is said of every route', () => {
    const isSaid = (name: string) => name in rows || (name.startsWith('HEAD ') && name.replace('HEAD', 'GET') in rows);
    expect(table.filter((name) => !isSaid(name))).toEqual([]);
    expect(Object.keys(rows).filter((name) => !table.includes(name))).toEqual([]);
  });

  test.each(Object.entries(rows))('%s', async (name, { answers, ask }) => {
    const people = await cast();
    // Those who may come last: some of them end their own session.
    for (const actor of [...actors].sort((one, other) => answers[other] - answers[one])) {
      const person = actor === 'anon' ? undefined : people[actor];
      const { of = '', query = '', own, ...asked } = await ask(people);
      const [method, path = ''] = name.split(' ');
      const at = (id: string) => ({ ...asked, method: method as 'GET', url: path.replace(/:\w+/, id) + query });
      const before = await market.parts.log.head();
      const reply = await send(person, at(of));
      expect([actor, reply.statusCode], reply.body).toEqual([actor, answers[actor]]);
      for (const email of emailsOf(people, actor)) expect(reply.body).not.toContain(email);
      if (own) expect(reply.body.includes(own.id), `the answer to ${actor}`).toBe(actor === own.whose);
      if (reply.statusCode < 400) continue;
      await expectNothingDone(before, person);
      if (reply.statusCode === 404 && path.includes('/:id')) {
        const { correlationId: _, ...problem } = Problem.parse(reply.json());
        expect((await send(person, at(crypto.randomUUID()))).json()).toMatchObject(problem);
      }
    }
  });

  test.each(table.filter((name) => name.startsWith('HEAD ')))('%s: as GET', async (name) => {
    const url = name.slice('HEAD '.length).replace(/:\w+/, '0d3e7000-0000-4000-8000-000000000404');
    const [head, get] = await Promise.all(
      ['HEAD', 'GET'].map((method) => market.app.inject({ method: method as 'GET', url })),
    );
    expect(head?.statusCode).toBe(get?.statusCode);
  });

  async function expectNothingDone(before: number, person: Person | undefined): Promise<void> {
    const { currentUser } = person ? (await person.get('/api/users/currentuser')).json() : { currentUser: null };
    const actor = currentUser?.id ?? 'anonymous';
    const own = (await market.parts.log.read(before, 1000)).filter((commit) => commit.actor === actor);
    expect(own).toEqual([]);
  }
});

/** What an answer may not tell this one. */
function emailsOf({ buyer, seller, other, operator }: Cast, actor: Actor): string[] {
  const people = { buyer, seller, other, operator };
  return Object.entries(people).flatMap(([name, { email }]) => (name === actor ? [] : [email]));
}
