import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteEventLog } from '@boxoffice/common';
import { createLogger } from '@boxoffice/common/http';
import { expect, test } from 'vitest';
import { forgets, forgettingSuite, idOf } from './forgetting.suite.ts';
import { testMarket } from './support/market.ts';
import { newcomer, Person, sendTo } from './support/person.ts';
import { newDataDir, openMarket, settings } from './support/process.ts';
import { dump } from './support/read-models.ts';

/** All bytes of all files, the write-ahead logs included. */
function bytesIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => read(join(parentPath, name))).join('\n');
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'latin1') : '';
}

forgettingSuite(async () => {
  const lines: string[] = [];
  const logger = createLogger('trace', { write: (line) => void lines.push(line) });
  const market = await testMarket({ logger });
  const { vault, readModels, log } = market.parts;
  return {
    ...market,
    hashOf: async (userId) => (await vault.get(userId))?.passwordHash,
    everything: async () => [bytesIn(market.dataDir), await dump(readModels, log), ...lines].join('\n'),
    [Symbol.asyncDispose]: () => market[Symbol.asyncDispose](),
  };
});

test('a full replay shows the same after somebody was forgotten', async () => {
  let before: string;
  let dataDir: string;
  {
    await using market = await testMarket();
    dataDir = market.dataDir;
    const [seller, buyer] = [await market.person(), await market.person()];
    const [first, second] = [await seller.lists(), await seller.lists()];
    await buyer.reserves(first.id);
    await forgets(seller);
    await forgets(buyer);
    const statusOf = async (id: string) => (await market.app.inject(`/api/tickets/${id}`)).json().status;
    for (const { id } of [first, second]) await expect.poll(() => statusOf(id), { timeout: 10_000 }).toBe('withdrawn');
    before = await dump(market.parts.readModels, market.parts.log);
  }
  await using again = await testMarket({ dataDir });
  expect(await dump(again.parts.readModels, again.parts.log)).toBe(before);
});

/** As many as may wait for their passwords to be looked at. */
const PEOPLE = 16;

test('kill -9 while people are being forgotten: each is, wholly, or is still there', { timeout: 120_000 }, async () => {
  const dataDir = newDataDir();
  const said: string[] = [];
  const env = settings(dataDir, { LOG_LEVEL: 'trace' });
  const people: { person: Person; id: string; hash: string; ticketId: string }[] = [];
  {
    await using market = await openMarket(['--empty'], env);
    for (let n = 0; n < PEOPLE; n += 1) {
      const person = await newcomer(sendTo(market.url));
      const [id, { id: ticketId }] = [await idOf(person), await person.lists()];
      people.push({ person, id, ticketId, hash: hashIn(dataDir, id) });
    }
    let answered = 0;
    const { promise: enough, resolve } = Promise.withResolvers<void>();
    const all = people.map(({ person }) =>
      forgets(person).then(
        ({ statusCode }) => {
          if (statusCode === 204 && ++answered >= PEOPLE / 4) resolve();
        },
        () => undefined,
      ),
    );
    await enough;
    market.child.kill('SIGKILL');
    await market.ended;
    await Promise.all(all);
    said.push(market.output());
  }

  await using market = await openMarket([], env);
  await using log = openSqliteEventLog(join(dataDir, 'events.sqlite'));
  const typesOf = async (stream: string) =>
    (await log.readStream(stream)).flatMap(({ events }) => events.map(({ type }) => type));
  let gone = 0;
  for (const { person, id, hash, ticketId } of people) {
    if ((await typesOf(`user-${id}`)).includes('UserForgotten')) {
      gone += 1;
      for (const trace of [person.email, hash])
        await expect.poll(() => bytesIn(dataDir), { timeout: 10_000 }).not.toContain(trace);
      await expect.poll(() => typesOf(`ticket-${ticketId}`), { timeout: 10_000 }).toContain('TicketWithdrawn');
      expect([...said, market.output()].join('\n')).not.toContain(person.email);
    } else {
      const visitor = new Person(sendTo(market.url), person.email);
      const reply = await visitor.post('/api/users/signin', { email: person.email, password: 'correct horse' });
      expect([reply.statusCode, reply.json().id]).toEqual([200, id]);
    }
  }
  expect(gone).toBeGreaterThanOrEqual(PEOPLE / 4);
});

function hashIn(dataDir: string, id: string): string {
  using people = new DatabaseSync(join(dataDir, 'people.sqlite'), { readOnly: true });
  return String(people.prepare('SELECT password_hash FROM people WHERE user_id = ?').get(id)?.password_hash);
}
