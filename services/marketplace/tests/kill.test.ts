import { join } from 'node:path';
import { openSqliteEventLog } from '@boxoffice/common';
import { ticketEvents } from '@boxoffice/contracts';
import { expect, test } from 'vitest';
import { newDataDir, openMarket, settings } from './support/process.ts';
import { Visitor } from './support/visitor.ts';

const CLIENTS = 64;
const ANSWERED = 1500;

test(`kill -9 while ${CLIENTS} clients list tickets: what was answered is there, once`, async () => {
  const dataDir = newDataDir();
  const answered: { id: string; title: string }[] = [];
  const asked = new Set<string>();
  {
    await using market = await openMarket(['--empty'], settings(dataDir));
    const seller = new Visitor(market.url);
    await seller.signsUp();
    const { promise: enough, resolve } = Promise.withResolvers<void>();

    async function client(): Promise<void> {
      for (;;) {
        const title = `Ticket ${crypto.randomUUID()}`;
        asked.add(title);
        const body = { title, price: { amount: 100, currency: 'EUR' } };
        const reply = await seller.post('/api/tickets', body).catch(() => undefined);
        // No answer: the market is gone, and whether the ticket was listed is for the log to say.
        if (!reply) return;
        expect(reply.status).toBe(201);
        const ticket = await reply.json().catch(() => undefined);
        if (ticket) answered.push(ticket as { id: string; title: string });
        if (answered.length >= ANSWERED) resolve();
      }
    }

    const clients = Promise.all(Array.from({ length: CLIENTS }, client));
    await enough;
    market.child.kill('SIGKILL');
    expect(await market.ended).toBe('SIGKILL');
    await clients;
  }

  // It opens again, and shows every ticket that somebody was told of.
  {
    await using market = await openMarket([], settings(dataDir));
    const visitor = new Visitor(market.url);
    for (const { id, title } of answered.slice(-CLIENTS))
      expect(await (await visitor.get(`/api/tickets/${id}`)).json()).toMatchObject({ id, title });
    market.child.kill('SIGTERM');
    expect(await market.ended).toBe(0);
  }

  await using log = openSqliteEventLog(join(dataDir, 'events.sqlite'));
  const commits = await log.read(0, 1_000_000);
  expect(commits.map(({ position }) => position)).toEqual(commits.map((_, n) => n + 1));
  const stored = commits.flatMap(({ events }) => events).filter(({ stream }) => stream.startsWith('ticket-'));
  const listed = stored.map((event) => ticketEvents.parse(event)).filter(({ type }) => type === 'TicketListed');
  const ids = listed.map(({ data }) => data.ticketId);
  const titles = listed.map(({ data }) => (data as { title: string }).title);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(titles).size).toBe(titles.length);
  expect(new Set(ids).isSupersetOf(new Set(answered.map(({ id }) => id)))).toBe(true);
  // What nobody was answered is there whole or not at all, and nothing is there that nobody asked for.
  expect(asked.isSupersetOf(new Set(titles))).toBe(true);
}, 60_000);
