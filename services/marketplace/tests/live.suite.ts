import { type Listener, listenTo } from '@boxoffice/common/testing';
import { StreamChanges } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import { type Person, sendTo } from './support/person.ts';

export interface LiveMarket {
  readonly url: string;
  person(): Promise<Person>;
}

/** How a person's browser listens. */
export function listens(url: string, person: Person, query: string, more: Record<string, string> = {}) {
  const cookie = Object.entries(person.cookies).map(([name, value]) => `${name}=${value}`);
  return listenTo(`${url}/api/stream?${query}`, { cookie: cookie.join('; '), ...more });
}

const changes = ({ heard }: Listener) =>
  heard.flatMap(({ event, data }) => (event === 'changes' ? StreamChanges.parse(data) : []));

/** What people are told while they buy, whichever way the market runs. */
export function liveSuite(market: () => LiveMarket): void {
  describe('changes as they happen', () => {
    test('are told to those who look at a ticket, and what is told can be asked for', async () => {
      const [seller, buyer, other] = await Promise.all([market().person(), market().person(), market().person()]);
      const ticket = await seller.lists();
      await using looking = await listens(market().url, other, `tickets=${ticket.id}`);
      await looking.until(({ event }) => event === 'ready');
      const order = await buyer.reserves(ticket.id);
      const { id, data } = await looking.until(({ event }) => event === 'changes');
      expect(data).toMatchObject([{ kind: 'ticket', ticketId: ticket.id, status: 'reserved', revision: 2 }]);
      const asked = await sendTo(market().url)({
        method: 'GET',
        url: `/api/tickets/${ticket.id}`,
        headers: { 'event-position': String(id) },
        cookies: {},
      });
      expect(asked.json()).toMatchObject({ status: 'reserved', reservedUntil: order.expiresAt, revision: 2 });
      expect(JSON.stringify(looking.heard)).not.toContain(order.buyerId);
    });

    test('are told to buyer and seller until the ticket is sold, also when they come back in between', async () => {
      const [seller, buyer] = await Promise.all([market().person(), market().person()]);
      const ticket = await seller.lists();
      await using selling = await listens(market().url, seller, 'orders=mine');
      await using buying = await listens(market().url, buyer, 'orders=mine');
      await Promise.all([selling, buying].map((one) => one.until(({ event }) => event === 'ready')));
      const order = await buyer.reserves(ticket.id);
      const placed = await buying.until(({ event }) => event === 'changes');
      await buying[Symbol.asyncDispose]();
      await buyer.pays(order.id);
      await using back = await listens(market().url, buyer, 'orders=mine', { 'last-event-id': String(placed.id) });
      await back.until(({ data }) => data[0]?.status === 'paid');
      await selling.until(({ data }) => data[0]?.status === 'sold');
      const told = [...changes(buying), ...changes(back)].map(({ status }) => status);
      expect(told).toEqual(['placed', 'paying', 'paid']);
      expect(changes(selling).map(({ kind }) => kind)).not.toContain('order');
      const { status } = (await buyer.get(`/api/orders/${order.id}`)).json();
      expect(status).toBe('paid');
    });

    test('are told until one signs out', async () => {
      const person = await market().person();
      await using listening = await listens(market().url, person, 'orders=mine');
      await listening.until(({ event }) => event === 'ready');
      await person.post('/api/users/signout', {});
      await listening.ended;
      expect(listening.retry).toBeGreaterThan(0);
    });
  });
}
