import { record } from '@boxoffice/common/testing';
import { StreamChanges } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import {
  buyerId,
  cancelled,
  listed,
  numbered,
  orderId,
  orderStream,
  passwordChanged,
  placed,
  released,
  repriced,
  reserved,
  sellerId,
  sessionsEnded,
  signedIn,
  signedOut,
  stranger,
  ticketId,
  ticketStream,
} from '../controls.ts';
import { startStream } from '../testing.ts';

const ready = { event: 'ready' };
const isReady = ({ event }: { event: string }) => event === 'ready';
const at = (position: number) => (heard: { id: number }) => heard.id === position;

describe('GET /api/stream', () => {
  test('tells of a ticket as it changes, and not of others', async () => {
    await using api = await startStream();
    await record(api.log, { [ticketStream]: [listed] });
    await using client = await api.listen(`tickets=${ticketId}&after=1`);
    await client.until(isReady);
    await record(api.log, { [`ticket-${numbered(2)}`]: [listed] }, { [ticketStream]: [reserved] });
    const { id, event, data } = await client.until(at(3));
    expect({ id, event }).toEqual({ id: 3, event: 'changes' });
    expect(StreamChanges.parse(data)).toEqual(data);
    expect(data).toEqual([
      {
        kind: 'ticket',
        position: 3,
        at: expect.any(String),
        ticketId,
        status: 'reserved',
        price: listed.data.price,
        reservedUntil: reserved.data.expiresAt,
        revision: 2,
      },
    ]);
    expect(client.heard).toHaveLength(2);
  });

  test('says what proxies and browsers have to know', async () => {
    await using api = await startStream();
    await using client = await api.listen(`tickets=${ticketId}`);
    await client.until(isReady);
    expect(client.status).toBe(200);
    expect(Object.fromEntries(client.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.stringContaining('max-age'),
    });
    expect(client.retry).toBeGreaterThanOrEqual(1000);
  });

  test('tells buyers of their orders and sellers of their listings, and others of neither', async () => {
    await using api = await startStream();
    await record(api.log, { [ticketStream]: [listed] });
    const people = [buyerId, sellerId, stranger];
    await using stack = new AsyncDisposableStack();
    const clients = await Promise.all(people.map(async (as) => stack.use(await api.listen('orders=mine', { as }))));
    await Promise.all(clients.map((client) => client.until(isReady)));
    await record(
      api.log,
      { [orderStream]: [placed], [ticketStream]: [reserved] },
      { [orderStream]: [cancelled], [ticketStream]: [released] },
    );
    const [buyer, seller, other] = clients;
    await Promise.all([buyer?.until(at(3)), seller?.until(at(3))]);
    const told = (client?: (typeof clients)[number]) =>
      client?.heard.slice(1).flatMap(({ data }) => data.map((change: object) => ({ ...change, at: '' })));
    const order = { kind: 'order', at: '', orderId };
    expect(told(buyer)).toEqual([
      { ...order, position: 2, status: 'placed' },
      { ...order, position: 3, status: 'cancelled' },
    ]);
    expect(told(seller)).toMatchObject([
      { kind: 'ticket', ticketId, position: 2, status: 'reserved' },
      { kind: 'ticket', ticketId, position: 3, status: 'available' },
    ]);
    expect(JSON.stringify(seller?.heard)).not.toMatch(new RegExp(`${buyerId}|${orderId}`));
    expect(other?.heard).toMatchObject([ready]);
  });

  test('says what one commit has changed in one event, and each change once', async () => {
    await using api = await startStream();
    await record(api.log, { [ticketStream]: [listed] });
    await using client = await api.listen(`orders=mine&tickets=${ticketId}`, { as: sellerId });
    await using both = await api.listen(`orders=mine&tickets=${ticketId}`, { as: buyerId });
    await Promise.all([client.until(isReady), both.until(isReady)]);
    await record(api.log, { [orderStream]: [placed], [ticketStream]: [repriced, reserved] });
    const kinds = async (from: typeof client) =>
      (await from.until(at(2))).data.map(({ kind }: { kind: string }) => kind);
    expect(await kinds(client)).toEqual(['ticket']);
    expect(await kinds(both)).toEqual(['order', 'ticket']);
  });

  test('does not go on in a session that has ended', async () => {
    await using api = await startStream();
    const { sessionId, userId } = signedIn.data;
    await using client = await api.listen('orders=mine', { as: userId, sessionId });
    await using other = await api.listen('orders=mine', { as: userId });
    await Promise.all([client.until(isReady), other.until(isReady)]);
    await record(api.log, { [`session-${sessionId}`]: [signedIn] }, { [`session-${sessionId}`]: [signedOut] });
    await client.ended;
    // A cookie that other processes do not know to be worthless yet.
    await using late = await api.listen('orders=mine', { as: userId, sessionId });
    await late.ended;
    await record(api.log, { [`ticket-${numbered(1)}`]: [{ ...listed, data: { ...listed.data, sellerId: userId } }] });
    expect((await other.until(at(3))).event).toBe('changes');
  });

  test.each([
    ['all sessions of a user are ended', sessionsEnded],
    ['the password is changed', passwordChanged],
  ])('does not go on when %s, but in the session that goes on', async (_, event) => {
    await using api = await startStream();
    const { sessionId, userId } = signedIn.data;
    await using client = await api.listen('orders=mine', { as: userId });
    await using other = await api.listen('orders=mine', { as: stranger });
    await Promise.all([client.until(isReady), other.until(isReady)]);
    await record(api.log, { [`user-${userId}`]: [event], [`session-${sessionId}`]: [signedIn] });
    await client.ended;
    await using late = await api.listen('orders=mine', { as: userId });
    await late.ended;
    await using next = await api.listen('orders=mine', { as: userId, sessionId, lastId: 1 });
    await Promise.all([next, other].map((one) => one.until(isReady)));
    await record(api.log, { [`ticket-${numbered(9)}`]: [{ ...listed, data: { ...listed.data, sellerId: userId } }] });
    await next.until(at(2));
    api.stop();
    await Promise.all([next.ended, other.ended]);
    expect(other.heard).toMatchObject([ready]);
  });

  test.each([
    ['nothing', '', 'tickets'],
    ['no ids', 'tickets=', 'tickets.0'],
    ['what is no id', `tickets=${ticketId},x`, 'tickets.1'],
    ['too many', `tickets=${Array.from({ length: 101 }, (_, n) => numbered(n))}`, 'tickets'],
    ['very much text', `tickets=${'x'.repeat(5000)}`, 'tickets'],
    ["another's orders", `orders=${stranger}`, 'orders'],
    ['a place that is none', `tickets=${ticketId}&after=-1`, 'after'],
    ['what it does not know', `tickets=${ticketId}&all=1`, 'all'],
  ])('refuses to follow %s', async (_, query, field) => {
    await using api = await startStream();
    await api.refused('invalid-input', field, 'GET', `/api/stream?${query}`);
  });

  test('refuses a last event that is none, and orders of nobody', async () => {
    await using api = await startStream();
    const headers = { 'last-event-id': 'x' };
    await api.refused('invalid-input', 'Last-Event-ID', 'GET', `/api/stream?tickets=${ticketId}`, { headers });
    await api.refused('not-signed-in', undefined, 'GET', '/api/stream?orders=mine');
  });

  test('has so many places, for each and for all', async () => {
    await using api = await startStream({ limits: { all: 3, each: 2 } });
    const query = `tickets=${ticketId}`;
    const mine = { as: buyerId };
    await using stack = new AsyncDisposableStack();
    const use = async (options: object) => stack.use(await api.listen(query, options));
    const first = await use(mine);
    await use(mine);
    expect(await use(mine)).toMatchObject({ status: 503 });
    await use({});
    const full = await use({});
    expect([full.status, full.headers.get('retry-after')]).toEqual([503, '30']);
    await first[Symbol.asyncDispose]();
    await expect.poll(async () => (await use(mine)).status).toBe(200);
  });

  test('ends in good order when the process is told to stop, and takes nobody then', async () => {
    await using api = await startStream();
    await using client = await api.listen(`tickets=${ticketId}`);
    await client.until(isReady);
    api.stop();
    await client.ended;
    await api.refused('busy', undefined, 'GET', `/api/stream?tickets=${ticketId}`);
  });
});
