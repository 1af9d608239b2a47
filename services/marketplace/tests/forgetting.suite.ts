import { expect, test } from 'vitest';
import type { Person, Reply } from './support/person.ts';

/** A market in which people are forgotten, however it runs. */
export interface ForgettingMarket extends AsyncDisposable {
  person(): Promise<Person>;
  /** The hash of the person's password, as the vault has it. */
  hashOf(userId: string): Promise<string | undefined>;
  /** All that is kept anywhere, read models and log lines included, in one text. */
  everything(): Promise<string>;
}

const password = 'correct horse';
const patiently = { timeout: 10_000, interval: 100 };

export const idOf = async (person: Person): Promise<string> =>
  (await person.get('/api/users/currentuser')).json().currentUser?.id;

export const forgets = (person: Person, given = password): Promise<Reply> =>
  person.post('/api/users/forget', { password: given });

/** What somebody who deletes their account may rely on, in every mode. */
export function forgettingSuite(open: () => Promise<ForgettingMarket>): void {
  test('nothing that is kept names who was forgotten', async () => {
    await using market = await open();
    const [person, stays] = [await market.person(), await market.person()];
    const hash = (await market.hashOf(await idOf(person))) ?? '';
    const traces = [person.email, hash];
    // There are mails to them, or they are being written.
    await person.pays((await person.reserves((await stays.lists()).id)).id);
    for (const trace of traces) expect(await market.everything()).toContain(trace);
    expect((await forgets(person)).statusCode).toBe(204);
    await expect.poll(market.everything, patiently).not.toContain(person.email);
    const kept = await market.everything();
    for (const trace of traces) expect(kept).not.toContain(trace);
    expect(kept).toContain(stays.email);
    expect(await idOf(person)).toBeUndefined();
  });

  test('a seller’s listings are withdrawn, the reserved one when it is released', async () => {
    await using market = await open();
    const [seller, buyer] = [await market.person(), await market.person()];
    const [open1, held, sold] = [await seller.lists(), await seller.lists(), await seller.lists()];
    const order = await buyer.reserves(held.id);
    await buyer.pays((await buyer.reserves(sold.id)).id);
    await forgets(seller);
    const statusOf = async (id: string) => (await buyer.get(`/api/tickets/${id}`)).json().status;
    await expect.poll(() => statusOf(open1.id), patiently).toBe('withdrawn');
    expect([await statusOf(held.id), await statusOf(sold.id)]).toEqual(['reserved', 'sold']);
    await buyer.delete(`/api/orders/${order.id}`);
    await expect.poll(() => statusOf(held.id), patiently).toBe('withdrawn');
  });

  test('a buyer’s hold is released, what is paid stays paid', async () => {
    await using market = await open();
    const [seller, buyer] = [await market.person(), await market.person()];
    const [held, bought] = [await seller.lists(), await seller.lists()];
    await buyer.reserves(held.id);
    await buyer.pays((await buyer.reserves(bought.id)).id);
    await forgets(buyer);
    const statusOf = async (id: string) => (await seller.get(`/api/tickets/${id}`)).json().status;
    await expect.poll(() => statusOf(held.id), patiently).toBe('available');
    expect(await statusOf(bought.id)).toBe('sold');
  });

  test('no copy of a cookie is good any more, in any service', async () => {
    await using market = await open();
    const person = await market.person();
    const copy = { ...person.cookies };
    expect((await forgets(person, 'a wrong horse')).statusCode).toBe(401);
    expect((await forgets(person)).statusCode).toBe(204);
    Object.assign(person.cookies, copy);
    const asked = ['/api/orders', '/api/sales', '/api/users/sessions'];
    for (const url of asked)
      await expect.poll(async () => (await person.get(url)).statusCode, { ...patiently, timeout: 5000 }).toBe(401);
    expect((await person.post('/api/orders', { ticketId: crypto.randomUUID() })).statusCode).toBe(401);
    expect((await forgets(person)).statusCode).toBe(401);
  });

  test('the address may sign up again, as somebody else', async () => {
    await using market = await open();
    const person = await market.person();
    const before = await idOf(person);
    await forgets(person);
    const reply = await person.post('/api/users/signup', { email: person.email, password });
    expect(reply.statusCode).toBe(201);
    expect(reply.json().id).not.toBe(before);
    expect(await idOf(person)).toBe(reply.json().id);
  });
}
