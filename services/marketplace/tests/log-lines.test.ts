import { createLogger } from '@boxoffice/common/http';
import { expect, test } from 'vitest';
import { testMarket } from './support/market.ts';

/** A market that logs everything, and the lines that it has logged. */
async function loggedMarket() {
  const lines: string[] = [];
  const logger = createLogger('trace', { write: (line) => void lines.push(line) });
  const market = await testMarket({ logger });
  const parsed = (message: string) => lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === message);
  return { market, lines, parsed };
}

test('each command that was carried out is one line: who, what, where in the log', async () => {
  const { market, parsed } = await loggedMarket();
  await using _market = market;
  const seller = await market.person();
  const listed = await seller.post('/api/tickets', { title: 'Swan Lake', price: { amount: 5000, currency: 'EUR' } });
  await seller.get('/api/tickets?q=swan');
  await seller.post('/api/tickets', { title: '' });

  await expect.poll(() => parsed('answered')).toHaveLength(2);
  const position = Number(listed.headers['event-position']);
  const [commit] = await market.parts.log.read(position - 1, 1);
  const { commandId, correlationId, actor } = commit ?? {};
  expect(parsed('answered')[1]).toMatchObject({
    level: 30,
    route: 'POST /api/tickets',
    commandId,
    correlationId,
    actor,
    position,
    milliseconds: expect.any(Number),
  });
});

test('no line has an address, a password, a cookie, a token or what somebody has written', async () => {
  const { market, lines, parsed } = await loggedMarket();
  await using _market = market;
  const seller = await market.person();
  const buyer = await market.person();
  const password = 'correct horse';
  await buyer.post('/api/users/signin', { email: buyer.email, password });
  await buyer.post('/api/users/signin', { email: buyer.email, password: 'a wrong horse' });
  await buyer.post('/api/users/signup', { email: buyer.email, password });
  const ticket = await seller.lists({ title: 'Zoë sings Piaf' });
  const order = await buyer.reserves(ticket.id);
  await buyer.pays(order.id, 'sandbox_declined');
  await buyer.pays(order.id);
  await buyer.get('/api/tickets?q=piaf');
  const tokens = [seller, buyer].flatMap(({ cookies }) => Object.values(cookies)).filter((value) => value.length > 20);
  await buyer.post('/api/users/signout', {});

  // Sign-ups, a sign-in, a ticket, an order, two payments, a sign-out.
  await expect.poll(() => parsed('answered')).toHaveLength(8);
  expect(parsed('refused')).toHaveLength(1);
  expect(tokens).toHaveLength(2);
  const text = lines.join('').toLowerCase();
  for (const secret of [seller.email, buyer.email, '@', 'horse', 'piaf', 'cookie', ...tokens])
    expect(text).not.toContain(secret.toLowerCase());
});
