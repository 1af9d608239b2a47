import fc from 'fast-check';
import type { TestMarket } from './market.ts';
import type { Person } from './person.ts';

type Act = {
  who: number;
  what: 'list' | 'reprice' | 'withdraw' | 'reserve' | 'cancel' | 'decline' | 'delay' | 'pay';
  on: number;
};

const what = fc.constantFrom<Act['what']>(
  'list',
  'list',
  'reprice',
  'withdraw',
  'reserve',
  'reserve',
  'cancel',
  'decline',
  'delay',
  'pay',
);

/** What people may do in a market, wanted or not: many of these are refused. */
export const activity: fc.Arbitrary<Act[]> = fc
  .array(fc.record({ who: fc.nat(2), what, on: fc.nat(5) }), { minLength: 10, maxLength: 60 })
  .map((acts) => [{ who: 0, what: 'list', on: 0 }, ...acts]);

/** Does it all; nothing may end in a fault of ours. */
export async function perform(market: TestMarket, acts: readonly Act[]): Promise<void> {
  const people = [await market.person(), await market.person(), await market.person()] as const;
  const tickets: string[] = [];
  const orders: string[] = [];
  for (const { who, what: act, on } of acts) {
    const person = people[who] as Person;
    const reply = await act_(person, act, tickets[on % tickets.length] ?? '', orders[on % orders.length] ?? '');
    if (reply.statusCode >= 500) throw new Error(reply.body);
    if (reply.statusCode === 201 && act === 'list') tickets.push(reply.json().id);
    if (reply.statusCode === 201 && act === 'reserve') orders.push(reply.json().id);
  }

  function act_(person: Person, act: Act['what'], ticketId: string, orderId: string) {
    const price = { amount: 1 + tickets.length * 100 + orders.length, currency: 'EUR' };
    switch (act) {
      case 'list':
        return person.post('/api/tickets', { title: `Évening ${tickets.length}`, city: 'Paris', price });
      case 'reprice':
        return person.request({ method: 'PUT', url: `/api/tickets/${ticketId}`, payload: { title: 'New', price } });
      case 'withdraw':
        return person.delete(`/api/tickets/${ticketId}`);
      case 'reserve':
        return person.post('/api/orders', { ticketId });
      case 'cancel':
        return person.delete(`/api/orders/${orderId}`);
      case 'decline':
        return person.pays(orderId, 'sandbox_declined');
      case 'delay':
        return person.pays(orderId, 'sandbox_late');
      case 'pay':
        return person.pays(orderId);
    }
  }
}
