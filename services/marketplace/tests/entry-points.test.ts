import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, test } from 'vitest';
import { newDataDir, openMarket, run, settings } from './support/process.ts';
import { Visitor } from './support/visitor.ts';

describe('the entry point, under plain Node', { timeout: 30_000 }, () => {
  test('opens a market with a demo catalogue, listed by its sellers', async () => {
    await using market = await openMarket([], settings(newDataDir()));
    const visitor = new Visitor(market.url);
    const found = await visitor.finds('q=zoe');
    expect(found.total.count).toBe(20);
    expect(await (await visitor.get('/')).text()).toContain('<html');
    expect((await visitor.get('/api/docs/json')).status).toBe(200);
    expect((await visitor.get('/livez')).status).toBe(200);
  });

  test('opens it empty when asked to, and stops cleanly', async () => {
    const dataDir = newDataDir();
    await using market = await openMarket(['--empty'], settings(dataDir));
    const found = await new Visitor(market.url).finds('');
    expect(found.total.count).toBe(0);
    market.child.kill('SIGTERM');
    expect(await market.ended).toBe(0);
    await using again = await openMarket([], settings(dataDir));
    expect((await new Visitor(again.url).finds('')).total.count).toBe(0);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
    expect(readdirSync(dataDir).filter((name) => name.endsWith('-wal'))).toEqual([]);
  });

  test('goes on with a demo that was cut off, and lists nothing twice', async () => {
    const dataDir = newDataDir();
    {
      await using market = run([], settings(dataDir));
      await new Promise<void>((resolve) =>
        market.child.stdout?.on('data', () => /1 of/.test(market.output()) && resolve()),
      );
      market.child.kill('SIGKILL');
      await market.ended;
    }
    await using market = await openMarket([], settings(dataDir));
    const found = await new Visitor(market.url).finds('q=zoe');
    expect(found.total.count).toBe(20);
  });
});

describe('a market that cannot open says why and ends', { timeout: 30_000 }, () => {
  /** The data of a market that was opened once and closed. */
  const closed = newDataDir();
  beforeAll(async () => {
    await using market = await openMarket(['--empty'], settings(closed));
    market.child.kill('SIGTERM');
    await market.ended;
  }, 30_000);

  test.each([
    ['PORT', 'seventy'],
    ['PORT', '70000'],
    ['CURRENCY', 'DOGE'],
    ['HOLD_SECONDS', '0'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'ftp://example.com'],
    ['TRUST_PROXY', 'banana'],
  ])('%s=%s', async (key, value) => {
    await using market = run([], settings(newDataDir(), { [key]: value }));
    expect(await market.ended).toBe(1);
    expect(market.output()).toContain(`${key}: `);
    expect(market.output()).not.toContain('    at ');
  });

  test('weak password hashes in production', async () => {
    await using market = run([], settings(newDataDir(), { NODE_ENV: 'production' }));
    expect(await market.ended).toBe(1);
    expect(market.output()).toContain('SCRYPT_LN: must be 17 or more in production');
  });

  test('an option that it does not have', async () => {
    await using market = run(['--full'], settings(newDataDir()));
    expect(await market.ended).toBe(1);
    expect(market.output()).toContain('--full');
  });

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    await using market = run([], settings(newDataDir(), { PORT: String(port) }));
    expect(await market.ended).toBe(1);
    expect(market.output()).toContain(`PORT: ${port} is taken`);
    other.close();
  });

  test('a data folder that another market has', async () => {
    const dataDir = newDataDir();
    await using _first = await openMarket(['--empty'], settings(dataDir));
    await using second = run(['--empty'], settings(dataDir));
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`${dataDir} is in use`);
  });

  test.each([
    'events.sqlite',
    'people.sqlite',
    'cursors.sqlite',
    'sandbox-payments.sqlite',
    'webhooks.sqlite',
    'secrets.json',
    'demo.json',
    'holiday.jpg',
  ])('a foreign %s in the data folder, which it leaves alone', async (name) => {
    const dataDir = newDataDir();
    const path = join(dataDir, name);
    cpSync(closed, dataDir, { recursive: true });
    writeFileSync(path, 'not what you think');
    await using market = run([], settings(dataDir));
    expect(await market.ended).toBe(1);
    expect(market.output()).toContain(path);
    expect(readFileSync(path, 'utf8')).toBe('not what you think');
  });

  test('another currency than the prices have', async () => {
    const dataDir = newDataDir();
    {
      await using market = await openMarket([], settings(dataDir));
      market.child.kill('SIGTERM');
      await market.ended;
    }
    await using market = run([], settings(dataDir, { CURRENCY: 'JPY' }));
    expect(await market.ended).toBe(1);
    expect(market.output()).toContain('CURRENCY: must be EUR');
  });

  test('people without the events that they have accounts in', async () => {
    const dataDir = newDataDir();
    {
      await using market = await openMarket(['--empty'], settings(dataDir));
      await new Visitor(market.url).signsUp();
      market.child.kill('SIGTERM');
      await market.ended;
    }
    rmSync(join(dataDir, 'events.sqlite'));
    await using market = run([], settings(dataDir));
    expect(await market.ended).toBe(1);
    expect(market.output()).toContain('events.sqlite cannot be used: it is missing');
  });

  test('a log with a hole in it, and one with half a commit', async () => {
    for (const damage of [
      'DELETE FROM commits WHERE position = 3',
      `UPDATE commits SET body = '{' WHERE position = 3`,
    ]) {
      const dataDir = newDataDir();
      {
        await using market = await openMarket(['--empty'], settings(dataDir));
        const seller = new Visitor(market.url);
        await seller.signsUp();
        const ticket = { title: 'Swan Lake', price: { amount: 1, currency: 'EUR' } };
        for (let n = 0; n < 5; n += 1) await seller.post('/api/tickets', ticket);
        market.child.kill('SIGTERM');
        await market.ended;
      }
      const database = new DatabaseSync(join(dataDir, 'events.sqlite'));
      database.exec(`PRAGMA foreign_keys=OFF; ${damage}`);
      database.close();
      await using market = run([], settings(dataDir));
      expect(await market.ended).toBe(1);
      expect(market.output()).toContain('events.sqlite: what is at position 3 is not a commit of the log');
      expect(market.output()).not.toContain('    at ');
    }
  });

  test.each(['secrets.json', 'people.sqlite'])('events without the %s that belongs to them', async (name) => {
    const dataDir = newDataDir();
    cpSync(closed, dataDir, { recursive: true });
    rmSync(join(dataDir, name));
    await using market = run([], settings(dataDir));
    expect(await market.ended).toBe(1);
    expect(market.output()).toContain(`${name} cannot be used: it is missing`);
  });
});
