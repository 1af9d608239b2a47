import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteCursors, openSqliteEventLog } from '@boxoffice/common';
import { record } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { projections } from '../../src/projections.ts';
import { newDataDir, openMarket, settings } from '../../tests/support/process.ts';
import { folderWith, listed, poison, run, start, ticketId } from './support.ts';

const sound = [listed(1), listed(2), listed(3)];

async function eventsOf(folder: string) {
  await using log = openSqliteEventLog(join(folder, 'events.sqlite'));
  const commits = await log.readStream('projection-ticket-listings');
  return commits.flatMap(({ actor, events }) => events.map(({ type, data }) => ({ actor, type, data })));
}

function damage(folder: string, statement: string): void {
  using database = new DatabaseSync(join(folder, 'events.sqlite'));
  database.exec(`PRAGMA foreign_keys=OFF; ${statement}`);
}

describe('the command line on a data folder', { timeout: 120_000 }, () => {
  test('lists the projections as the log makes them, for people and for scripts', async () => {
    const folder = await folderWith(...sound, poison(9));
    const { code, out } = await run(['projections', 'list', '--data-dir', folder]);
    expect(code).toBe(0);
    expect(out).toMatch(/^ticket-listings +2 +ticket-listings@2 +4 +0 .* 1 +folded here$/m);
    expect(out).toContain('in the memory of its market');
    const rows = (await run(['projections', 'list', '--json'], { DATA_DIR: folder })).json();
    expect(rows).toHaveLength(projections.length);
    expect(rows).toContainEqual({
      ...{ name: 'ticket-listings', version: 2, generation: 'ticket-listings@2', state: 'folded here' },
      ...{ position: 4, lagCommits: 0, lagSeconds: 0, rate: null, quarantined: 1 },
    });
  });

  test('says at which event a projection has stopped', async () => {
    const folder = await folderWith(listed(1), {
      [`ticket-${ticketId(2)}`]: [{ type: 'TicketTeleported', version: 1, data: {} }],
    });
    const rows = (await run(['projections', 'list', '--json', '--data-dir', folder])).json();
    const row = rows.find(({ name }: { name: string }) => name === 'ticket-listings');
    expect(row).toMatchObject({ position: 1, lagCommits: 1 });
    expect(row.state).toMatch(/^stopped: .* position 2: TicketTeleported version 1/);
    const rebuilt = await run(['projections', 'rebuild', 'ticket-listings', '--data-dir', folder]);
    expect(rebuilt.code).toBe(1);
    expect(rebuilt.err).toContain('cannot take in position 2');
  });

  test('pauses and resumes, on record, each once', async () => {
    const folder = await folderWith(...sound);
    const at = (verb: string) =>
      run(['projections', verb, 'ticket-listings', '--data-dir', folder], { OPERATOR: 'zoe' });
    expect((await at('resume')).out).toContain('is not paused');
    expect(await at('pause')).toMatchObject({ code: 0, out: expect.stringContaining('paused from position 4') });
    expect(await at('pause')).toMatchObject({ code: 0, out: expect.stringContaining('paused already') });
    expect((await run(['projections', 'list', '--data-dir', folder])).out).toMatch(/^ticket-listings .*paused$/m);
    expect(await at('resume')).toMatchObject({ code: 0 });
    expect(readdirSync(folder)).toEqual(['events.sqlite']);
    const data = { projection: 'ticket-listings' };
    expect(await eventsOf(folder)).toEqual([
      { actor: 'operator:zoe', type: 'ProjectionPaused', data },
      { actor: 'operator:zoe', type: 'ProjectionResumed', data },
    ]);
  });

  test('folds anew and compares, and has nothing to switch', async () => {
    const folder = await folderWith(...sound);
    const { code, out } = await run(['projections', 'rebuild', 'ticket-listings', '--data-dir', folder]);
    expect(code).toBe(0);
    expect(out).toContain('Equal to the live one, byte for byte: 3 documents');
    expect(out).toContain('restart it');
    for (const verb of ['switch', 'rollback'])
      expect((await run(['projections', verb, 'ticket-listings', '--data-dir', folder])).code).toBe(1);
    expect(await eventsOf(folder)).toEqual([]);
  });

  test('lists, retries and skips what is in quarantine', async () => {
    const folder = await folderWith(...sound, poison(9));
    const key = ticketId(9);
    const quarantine = async () => (await run(['quarantine', 'list', '--json', '--data-dir', folder])).json();
    expect(await quarantine()).toMatchObject([{ projection: 'ticket-listings', key, position: 4 }]);

    const retried = await run(['quarantine', 'retry', 'ticket-listings', '--all', '--data-dir', folder]);
    expect(retried.code).toBe(1);
    expect(retried.out).toContain(`${key} is in quarantine at position 4: TicketRepriced before TicketListed`);

    const skipped = ['quarantine', 'skip', 'ticket-listings', key, '--reason', 'a bad import', '--data-dir', folder];
    const first = await run(skipped, { OPERATOR: 'zoe' });
    expect(first.code).toBe(0);
    expect(first.out).toContain('obeys within a second');
    expect(first.out).toContain(`${key} is out of quarantine`);
    expect(await quarantine()).toEqual([]);
    expect((await run(skipped)).code).toBe(1);
    const of = { projection: 'ticket-listings', version: 2, key };
    expect(await eventsOf(folder)).toEqual([
      { actor: 'operator:unknown', type: 'KeyRetried', data: of },
      { actor: 'operator:zoe', type: 'EventSkipped', data: { ...of, position: 4, reason: 'a bad import' } },
    ]);
  });

  test('shows a stream, and says how streams are named when there is none', async () => {
    const folder = await folderWith(...sound);
    const shown = await run(['stream', 'show', `ticket-${ticketId(2)}`, '--data-dir', folder]);
    expect(shown).toMatchObject({ code: 0 });
    expect(shown.out).toMatch(/revision 1 at position 2, \S+, by somebody/);
    expect(shown.out).toContain('"title":"Zoë & the Night Owls"');
    const json = (await run(['stream', 'show', `ticket-${ticketId(2)}`, '--json', '--data-dir', folder])).json();
    expect(json).toMatchObject([{ revision: 1, position: 2, events: [{ type: 'TicketListed' }], others: [] }]);
    const missing = await run(['stream', 'show', ticketId(2), '--data-dir', folder]);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('ticket-<id>');
  });

  test('lets no text of a stranger give orders to the terminal', async () => {
    const id = ticketId(1);
    const [event] = listed(1)[`ticket-${id}`] ?? [];
    const folder = await folderWith({
      [`ticket-${id}`]: [{ ...event, type: 'TicketListed', version: 1, data: { title: '\u009b31m\u001b[2J' } }],
    });
    const { out } = await run(['log', 'tail', '--no-follow', '--data-dir', folder]);
    expect(out).toContain('\\u009b31m\\u001b[2J');
  });

  test('shows the last events, from a position, and of some streams', async () => {
    const folder = await folderWith(
      ...sound,
      { 'user-1': [{ type: 'UserSignedUp', version: 1, data: {} }] },
      listed(4),
    );
    const tail = async (...more: string[]) => {
      const { out } = await run(['log', 'tail', '--no-follow', '--json', '--data-dir', folder, ...more]);
      return out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).position);
    };
    expect(await tail()).toEqual([1, 2, 3, 4, 5]);
    expect(await tail('-n', '2')).toEqual([4, 5]);
    expect(await tail('-n', '0')).toEqual([]);
    expect(await tail('-n', '2', '--stream', 'ticket-')).toEqual([3, 5]);
    expect(await tail('--from', '4')).toEqual([4, 5]);
  });

  test('follows the log as another process writes it, until it is told to stop', async () => {
    const folder = await folderWith(...sound);
    await using tail = start(['log', 'tail', '--data-dir', folder, '-n', '1']);
    await expect.poll(tail.out, { timeout: 10_000 }).toContain(ticketId(3));
    expect(tail.out()).not.toContain(ticketId(2));
    await using log = openSqliteEventLog(join(folder, 'events.sqlite'));
    await record(log, listed(4));
    await expect.poll(tail.out, { timeout: 10_000 }).toContain(ticketId(4));
    tail.child.kill('SIGINT');
    expect(await tail.ended).toBe(0);
  });

  test('verifies a sound log', async () => {
    const folder = await folderWith(...sound, poison(9));
    const { code, out } = await run(['log', 'verify', '--data-dir', folder]);
    expect(out).toContain('4 commits up to position 4, 4 events, 4 streams');
    expect(out).toContain('ticket-listings@2: 3 documents');
    expect(out).toContain('Everything is as it should be');
    expect(code).toBe(0);
  });

  test.each([
    ['DELETE FROM commits WHERE position = 2', { position: 2, reason: 'position 2 is missing' }],
    [`UPDATE commits SET body = '{' WHERE position = 2`, { position: 2 }],
    [
      `UPDATE commits SET body = replace(body, 'TicketListed', 'TicketFound') WHERE position = 2`,
      { position: 2, stream: `ticket-${ticketId(2)}`, type: 'TicketFound' },
    ],
  ])('names the damage of %s, and goes on', async (statement, problem) => {
    const folder = await folderWith(...sound);
    damage(folder, statement);
    const verified = await run(['log', 'verify', '--json', '--data-dir', folder]);
    expect(verified.code).toBe(1);
    const { head, problems } = verified.json();
    expect(head).toBe(3);
    expect(problems.named).toContainEqual(expect.objectContaining(problem));
  });

  test('names a cursor that is ahead of the log', async () => {
    const folder = await folderWith(...sound);
    {
      await using cursors = openSqliteCursors(join(folder, 'cursors.sqlite'));
      await using cursor = await cursors.take('settle-payments');
      await cursor.save(99);
    }
    const { code, out } = await run(['log', 'verify', '--data-dir', folder]);
    expect(code).toBe(1);
    expect(out).toContain('cursor settle-payments is at position 99, and the log ends at 3');
  });

  test('works on the folder of a market that is running, which obeys', async () => {
    const folder = newDataDir();
    await using market = await openMarket(['--empty'], settings(folder));
    {
      await using log = openSqliteEventLog(join(folder, 'events.sqlite'));
      await record(log, listed(1));
    }
    const page = async (n: number) => (await fetch(`${market.url}/api/tickets/${ticketId(n)}`)).status;
    await expect.poll(() => page(1), { timeout: 10_000 }).toBe(200);
    expect((await run(['projections', 'list', '--data-dir', folder])).out).toMatch(/^ticket-listings .* folded here$/m);
    expect((await run(['log', 'verify', '--data-dir', folder])).code).toBe(0);
  });
});

const someFolder = await folderWith(...sound);

describe('the command line, asked for wrongly', { timeout: 120_000 }, () => {
  test.each<[string, string[], RegExp]>([
    ['a folder without a market', ['projections', 'list', '--data-dir', '/nowhere/at-all'], /no market in \/nowhere/],
    ['no address', ['log', 'verify', '--mongo', 'localhost'], /MONGODB_URL: must be a mongodb/],
    ['nobody there', ['log', 'verify', '--mongo', 'mongodb://127.0.0.1:1/boxoffice'], /no answer from 127\.0\.0\.1:1/],
    ['no command', ['projections', 'frobnicate'], /unknown command 'frobnicate'/],
    ['no reason', ['quarantine', 'skip', 'ticket-listings', 'a'], /--reason/],
    ['neither key nor --all', ['quarantine', 'retry', 'ticket-listings', '--data-dir', someFolder], /--all/],
    ['no number', ['log', 'tail', '--from', 'here'], /whole number/],
  ])('%s ends with a line and 2', async (_what, args, words) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toMatch(words);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out).toBe('');
  });

  test('an operator with a strange name, a projection of another market, a version of another build', async () => {
    const folder = await folderWith(...sound);
    const at = (...args: string[]) => run([...args, '--data-dir', folder]);
    expect(await at('projections', 'pause', 'ticket-listings', '--as', 'zoe smith')).toMatchObject({ code: 2 });
    const unknown = await at('projections', 'pause', 'lamps');
    expect(unknown).toMatchObject({
      code: 1,
      err: expect.stringContaining('There are: access, ticket-listings'),
    });
    const version = await at('projections', 'rebuild', 'ticket-listings', '--to-version', '7');
    expect(version).toMatchObject({ code: 1, err: expect.stringContaining('This build has ticket-listings@2') });
    expect(await eventsOf(folder)).toEqual([]);
  });

  test('a folder that is looked for is not made', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'market-')), 'none');
    await run(['log', 'verify'], { DATA_DIR: folder });
    expect(existsSync(folder)).toBe(false);
  });

  test('help says what there is, with examples', async () => {
    const { code, out } = await run(['projections', 'rebuild', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('--dry-run');
    expect(out).toContain('$ pnpm boxoffice projections rebuild');
  });
});
