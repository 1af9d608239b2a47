import { expect, test } from 'vitest';
import { testMarket } from './support/market.ts';

const BUYERS = 200;
const SALES = 50;

test(`${BUYERS} buyers want one ticket at once: one gets it, ${SALES} times over`, async () => {
  await using market = await testMarket();
  const seller = await market.person();
  const buyers = [];
  for (let n = 0; n < BUYERS; n += 1) buyers.push(await market.person());

  for (let sale = 0; sale < SALES; sale += 1) {
    const { id: ticketId } = await seller.lists();
    const replies = await Promise.all(buyers.map((buyer) => buyer.post('/api/orders', { ticketId })));
    const counts = Object.groupBy(replies, ({ statusCode }) => String(statusCode));
    expect(counts['201']).toHaveLength(1);
    expect(counts['409']).toHaveLength(BUYERS - 1);
    for (const reply of counts['409'] ?? [])
      expect(['ticket-reserved', 'concurrent-change']).toContain(reply.json().code);
    const history = (await seller.get(`/api/tickets/${ticketId}/history`)).json().items;
    expect(history.map(({ what }: { what: string }) => what)).toEqual(['listed', 'reserved']);
  }
}, 120_000);
