import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { claims, mongodPath, record, token } from '@boxoffice/common/testing';
import { type Problem, TicketListed } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wholeLog } from '../../../../packages/common/src/testing/whole-log.ts';
import { type DistributedMarket, secrets, startDistributedMarket } from './support/distributed-market.ts';
import { type Role, startRole } from './support/role.ts';

const BUYERS = 1000;
const TIMES = 20;

describe.runIf(mongodPath)(`${BUYERS} buyers, and two processes of the commands of orders`, () => {
  const stack = new AsyncDisposableStack();
  let market: DistributedMarket;
  let processes: Role[];
  beforeAll(async () => {
    market = stack.use(await startDistributedMarket({ only: ['orders-command', 'gateway'] }));
    const other = stack.use(await startRole({ name: 'other', entry: 'services/orders/command.ts', env: market.env }));
    await other.ready();
    processes = [market.roles['orders-command'], other];
  }, 120_000);
  afterAll(() => stack.disposeAsync());

  /** Sessions of people who have signed up long ago. */
  const cookies = Array.from({ length: BUYERS }, () => {
    const session = claims(crypto.randomUUID(), crypto.randomUUID());
    return `boxoffice-session=${token(session, { secret: secrets.SESSION_SECRET })}`;
  });

  async function list(): Promise<string> {
    const ticketId = crypto.randomUUID();
    await record(market.stores.log, {
      [`ticket-${ticketId}`]: [sampleOf(TicketListed, { ticketId, startsAt: undefined, timeZone: undefined })],
    });
    return ticketId;
  }

  /** All of them ask at once; on a busy machine those without a connection yet stand in line, and nobody times out. */
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  afterAll(() => agent.destroy());

  async function reserve(n: number, ticketId: string): Promise<{ status: number; code: string | undefined }> {
    const cookie = cookies[n] ?? '';
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie };
    const sent = request(`${processes[n % processes.length]?.url}/api/orders`, { method: 'POST', headers, agent });
    sent.end(JSON.stringify({ ticketId }));
    const [reply] = (await once(sent, 'response')) as [IncomingMessage];
    const { code } = JSON.parse(await text(reply)) as Partial<Problem>;
    return { status: reply.statusCode ?? 0, code };
  }

  test.each([1, 50])(`of %d tickets each is had by one, ${TIMES} times over`, { timeout: 600_000 }, async (count) => {
    for (let time = 0; time < TIMES; time += 1) {
      const tickets: string[] = [];
      for (let n = 0; n < count; n += 1) tickets.push(await list());
      const before = await market.stores.log.head();
      const replies = await Promise.all(cookies.map((_, n) => reserve(n, tickets[n % count] ?? '')));
      const statuses = Object.groupBy(replies, ({ status }) => status);
      expect(Object.keys(statuses)).toEqual(['201', '409']);
      expect(statuses[201]).toHaveLength(count);
      for (const { code } of statuses[409] ?? []) expect(['ticket-reserved', 'concurrent-change']).toContain(code);
      const commits = await market.stores.log.read(before, BUYERS);
      expect(commits.flatMap(({ events }) => events.map(({ type }) => type)).toSorted()).toEqual([
        ...Array(count).fill('OrderPlaced'),
        ...Array(count).fill('TicketReserved'),
      ]);
      const held = commits
        .flatMap(({ streams }) => streams.map(({ id }) => id))
        .filter((id) => id.startsWith('ticket'));
      expect(new Set(held)).toEqual(new Set(tickets.map((id) => `ticket-${id}`)));
    }
  });

  test('nothing of it is in the log twice', { timeout: 60_000 }, async () => {
    const commits = await wholeLog(market.stores.log);
    expect(new Set(commits.map(({ commandId }) => commandId)).size).toBe(commits.length);
  });
});
