import { later, record } from '@boxoffice/common/testing';
import { type OrderEvent, OrderHistoryReply, OrderPlaced, type OrderView } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  cancelled,
  expired,
  expiresAt,
  extendedTo,
  orderId,
  orderStream,
  otherPayment,
  paid,
  paymentDeclined,
  paymentDelayed,
  paymentId,
  paymentStarted,
  placed,
  refunded,
  refundStarted,
  sellerId,
  stranger,
} from '../controls.ts';
import { histories } from '../my-orders/histories.controls.ts';
import { startOrders } from '../testing.ts';

const path = `/api/orders/${orderId}/history`;
const as = buyerId;

/** What the buyer is told of an order to which this happened, a second apart. */
async function told(...events: OrderEvent[]) {
  await using api = await startOrders();
  for (const event of events) await record(api.log, { [orderStream]: [event] });
  const reply = await api.send('GET', path, { as });
  expect(OrderHistoryReply.strict().parse(reply.body)).toEqual(reply.body);
  expect(reply).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
  return reply.body;
}

const at = (position: number) => ({ position, at: later(position) });
const begun = [
  { ...at(1), what: 'placed', expiresAt },
  { ...at(2), what: 'payment-started', paymentId },
  { ...at(2), what: 'extended', paymentId, expiresAt: extendedTo },
];

describe('GET /api/orders/:id/history', () => {
  test('tells each step of a sale that is undone, with its time', async () => {
    const { items, order } = await told(placed, paymentStarted, paymentDelayed, paid, refundStarted, refunded);
    expect(items).toEqual([
      ...begun,
      { ...at(3), what: 'payment-delayed', paymentId },
      { ...at(4), what: 'paid', paymentId },
      { ...at(5), what: 'refund-started', paymentId, reason: 'operator' },
      { ...at(6), what: 'refunded', paymentId },
    ]);
    expect(order).toMatchObject({ id: orderId, status: 'refunded', changedAt: later(6) });
  });

  test('tells of a hold that is made longer once', async () => {
    const again = { ...paymentStarted, data: { ...paymentStarted.data, paymentId: otherPayment } };
    const { items } = await told(placed, paymentStarted, paymentDeclined, again);
    expect(items).toEqual([
      ...begun,
      { ...at(3), what: 'payment-declined', paymentId },
      { ...at(4), what: 'payment-started', paymentId: otherPayment },
    ]);
  });

  test.each([
    ['cancelled', cancelled],
    ['expired', expired],
  ])('tells how it ended: %s', async (what, event) => {
    const { items, order } = await told(placed, event);
    expect(items.at(-1)).toEqual({ ...at(2), what });
    expect(order).toMatchObject({ status: what });
  });

  test('comes in pages when it is long, each with the order', async () => {
    await using api = await startOrders();
    for (const event of [placed, paymentStarted, paymentDeclined]) await record(api.log, { [orderStream]: [event] });
    const first = await api.send('GET', `${path}?limit=2`, { as });
    const second = await api.send('GET', `${path}?limit=2&cursor=${first.body.nextCursor}`, { as });
    expect([...first.body.items, ...second.body.items].map(({ what }) => what)).toEqual([
      ...['placed', 'payment-started', 'extended', 'payment-declined'],
    ]);
    expect(second.body).not.toHaveProperty('nextCursor');
    expect(second.body.order).toEqual(first.body.order);
  });

  test('tells nothing of another order in the same commit', async () => {
    await using api = await startOrders();
    const other = sampleOf(OrderPlaced, { orderId: orderId.replace(/1$/, '2') });
    await record(api.log, { [orderStream]: [placed], [`order-${other.data.orderId}`]: [other] });
    expect((await api.send('GET', path, { as })).body.items).toHaveLength(1);
  });

  test.each([
    ['a stranger', stranger],
    ['the seller', sellerId],
  ])('does not let %s know of it', async (_, as) => {
    await using api = await startOrders();
    await api.place();
    const theirs = await api.refused('order-not-found', undefined, 'GET', path, { as });
    const none = await api.refused('order-not-found', undefined, 'GET', path.replace(/1\/h/, '9/h'), { as });
    expect({ ...theirs.body, correlationId: '' }).toEqual({ ...none.body, correlationId: '' });
  });

  test('is for those who are signed in', async () => {
    await using api = await startOrders();
    await api.place();
    await api.refused('not-signed-in', undefined, 'GET', path);
  });

  test('refuses an id of another shape', async () => {
    await using api = await startOrders();
    await api.refused('invalid-input', 'id', 'GET', '/api/orders/7/history', { as });
  });
});

describe('GET /api/orders/:id/history?asOf', () => {
  test('before it was placed there is no order, and after now it is as of now', async () => {
    await using api = await startOrders();
    await record(api.log, { [orderStream]: [placed] });
    await api.refused('order-not-found', undefined, 'GET', `${path}?asOf=${later(0.999)}`, { as });
    const now = await api.send('GET', path, { as });
    expect((await api.send('GET', `${path}?asOf=2999-01-01T00:00:00Z`, { as })).body).toEqual(now.body);
  });

  test.each([
    ['asOf', 'yesterday'],
    ['asOf', '2027-02-30T00:00:00Z'],
    ['cursor', '7'],
    ['limit', '0'],
  ])('refuses %s=%s', async (field, value) => {
    await using api = await startOrders();
    await record(api.log, { [orderStream]: [placed] });
    await api.refused('invalid-input', field, 'GET', `${path}?${field}=${value}`, { as });
  });

  test('is the order as it was shown then, at every position', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ history }) => {
        await using api = await startOrders();
        const seen: { id: string; position: number; shown: OrderView }[] = [];
        for (const happened of history) {
          await record(api.log, happened);
          const [name = ''] = Object.keys(happened);
          const id = name.slice('order-'.length);
          const shown = await api.send('GET', `/api/orders/${id}`, { as });
          seen.push({ id, position: await api.log.head(), shown: shown.body });
        }
        for (const { id, position, shown } of seen) {
          const then = await api.send('GET', `/api/orders/${id}/history?asOf=${later(position)}`, { as });
          expect(then.body.order).toEqual(shown);
          expect(then.body.items.at(-1)).toMatchObject({ position });
        }
      }),
      { numRuns: 20 },
    );
  });
});
