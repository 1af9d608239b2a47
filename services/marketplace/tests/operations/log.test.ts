import { type OrderChain, orderEvents } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { testMarket } from '../support/market.ts';
import { appoint, runs } from '../support/operators.ts';

test('the log is browsed, a commit and a stream at a time, and verified', { timeout: 60_000 }, async () => {
  await using market = await testMarket();
  const operator = await market.person();
  await appoint(market.parts, operator);
  const ticket = await operator.lists();
  for (const title of ['One', 'Two', 'Three'])
    await operator.request({
      method: 'PUT',
      url: `/api/tickets/${ticket.id}`,
      payload: { title, price: ticket.price },
    });
  const log = async (path: string) => (await operator.get(`/api/operations/log/${path}`)).json();
  const positions = ({ items }: { items: { position: number }[] }) => items.map(({ position }) => position);

  const last = await log('commits?limit=3');
  const { head } = last;
  expect(positions(last)).toEqual([head, head - 1, head - 2]);
  expect(last).toMatchObject({ older: head - 2 });
  expect(last.newer).toBeUndefined();
  const before = await log(`commits?limit=2&before=${last.older}`);
  expect(positions(before)).toEqual([head - 3, head - 4]);
  const after = await log(`commits?limit=2&after=${before.newer}`);
  expect(positions(after)).toEqual([head - 1, head - 2]);
  expect(positions(await log(`commits?before=1`))).toEqual([]);
  const first = await log('commits/1');
  expect(first).toMatchObject({ position: 1, events: [{ type: 'EmailClaimed' }, { type: 'UserSignedUp' }, {}] });
  expect(first.fingerprint).toBeUndefined();
  expect(JSON.stringify(await log('commits?limit=100'))).not.toContain(operator.email);

  const stream = await log(`streams/ticket-${ticket.id}?limit=3`);
  expect(stream.items.map(({ revision }: { revision: number }) => revision)).toEqual([1, 2, 3]);
  expect(stream).toMatchObject({ revision: 4, nextAfter: 3 });
  const rest = await log(`streams/ticket-${ticket.id}?after=3`);
  expect(rest).toMatchObject({ items: [{ revision: 4 }] });
  expect(rest.nextAfter).toBeUndefined();

  const { state, result } = await runs(operator, 'log/verify');
  expect([state, result.verified?.problems, result.verified?.named]).toEqual(['done', 0, []]);
  expect(result.verified?.readModels.find(({ name }) => name.startsWith('ticket-listings'))).toMatchObject({
    documents: 1,
    comparedAt: expect.any(Number),
  });
  expect((await operator.get('/api/operations/projections/lag')).json().items[0].points.length).toBeGreaterThan(0);
});

test('the story of a purchase whose money came too late is told from end to end', { timeout: 60_000 }, async () => {
  let now = Date.parse('2027-01-01T00:00:00.000Z');
  await using market = await testMarket({ clock: { now: () => new Date(now).toISOString() } });
  const person = () => market.person();
  const [seller, buyer, other, operator] = await Promise.all([person(), person(), person(), person()]);
  const { id: ticketId } = await seller.lists();
  const { id: orderId } = await buyer.reserves(ticketId);
  const status = async () => (await buyer.get(`/api/orders/${orderId}`)).json().status;
  await buyer.pays(orderId, 'sandbox_late');
  now += 901_000;
  await expect.poll(status, { timeout: 10_000 }).toBe('expired');
  const others = await other.reserves(ticketId);
  await other.pays(others.id);
  now += 3_600_000;
  await expect.poll(status, { timeout: 10_000 }).toBe('refunding');
  now += 60_000;
  await expect.poll(status, { timeout: 10_000 }).toBe('refunded');
  // By then every session has come to its end.
  await operator.request({
    method: 'POST',
    url: '/api/users/signin',
    payload: { email: operator.email, password: 'correct horse' },
  });
  await appoint(market.parts, operator);

  const chain: OrderChain = (await operator.get(`/api/operations/orders/${orderId}`)).json();
  expect(chain).toMatchObject({ foundBy: 'order', orderId, ticketId, orderIds: [others.id, orderId] });
  const told = chain.steps.map(({ events }) => events.map(({ type }) => type).join(' '));
  expect(told).toEqual([
    expect.stringContaining('OrderPlaced'),
    expect.stringContaining('PaymentRequested'),
    expect.stringContaining('PaymentPending'),
    expect.stringContaining('OrderExpired'),
    expect.stringContaining('PaymentRefundRequested'),
    expect.stringContaining('PaymentRefunded'),
  ]);
  const [placed, requested, pending, expired] = chain.steps;
  expect(placed).toMatchObject({ sincePrevious: 0, sinceStart: 0 });
  expect(pending).toMatchObject({ cause: requested?.position, correlationId: requested?.correlationId });
  expect(expired?.sincePrevious).toBe(901_000);
  expect(chain.steps.at(-1)?.sinceStart).toBe(901_000 + 3_600_000 + 60_000);
  expect(chain.steps.at(-1)?.actor).toBe('system:settle-payments');
  const ids = chain.steps.flatMap(({ events }) =>
    events.filter(({ stream }) => stream.startsWith('order-')).map((event) => orderEvents.parse(event).data.orderId),
  );
  expect(new Set(ids)).toEqual(new Set([orderId]));

  const byPayment = (await operator.get(`/api/operations/orders/${chain.paymentIds[0]}`)).json();
  expect(byPayment).toMatchObject({ foundBy: 'payment', orderId, steps: chain.steps });
  const byTicket = (await operator.get(`/api/operations/orders/${ticketId}`)).json();
  expect(byTicket).toMatchObject({ foundBy: 'ticket', orderId: others.id });
  expect((await operator.get('/api/operations/ledger')).json().items).toMatchObject([
    { currency: 'EUR', charged: 10_500, paid: 5250, refunded: 5250, inFlight: 0, imbalance: 0 },
  ]);
});
