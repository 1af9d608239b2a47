import type { Db, Document } from 'mongodb';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { connectMongo } from '../../mongodb/connect.ts';
import { onMongod } from '../../testing/on-mongod.ts';
import { wholeLog } from '../../testing/whole-log.ts';
import { appendTo } from '../event-log.suite.ts';
import type { EventLog } from '../event-log.ts';
import { openMongoEventLog } from './mongodb.ts';

vi.setConfig({ testTimeout: 60_000 });

onMongod((here) => {
  let admin: Db;
  let name: string;
  beforeAll(() => {
    admin = here.mongo.client.db('admin');
  });
  beforeEach(() => {
    name = `faults-${crypto.randomUUID()}`;
  });
  afterEach(async () => {
    for (const point of ['failCommand', 'onPrimaryTransactionalWrite'])
      await admin.command({ configureFailPoint: point, mode: 'off' });
  });

  /** A log as another process has it: with connections, a head and a queue of its own. */
  async function writer(stack: AsyncDisposableStack): Promise<EventLog> {
    const connection = stack.use(await connectMongo(here.server.url));
    return stack.use(await openMongoEventLog(connection.client.db(name)));
  }

  const faults: [string, Document][] = [
    ['the connection is closed before the insert', { failCommands: ['insert'], closeConnection: true }],
    ['the primary steps down before the insert', { failCommands: ['insert'], errorCode: 10_107 }],
    [
      'the write concern fails after the insert',
      {
        failCommands: ['insert'],
        writeConcernError: { code: 91, errmsg: 'shutting down', errorLabels: ['RetryableWriteError'] },
      },
    ],
    [
      'the write concern times out after the insert',
      { failCommands: ['insert'], writeConcernError: { code: 64, errmsg: 'timeout' } },
    ],
  ];
  test.each(faults)('each append is there exactly once when %s', async (_what, data) => {
    await appendUnder(() => admin.command({ configureFailPoint: 'failCommand', mode: { times: 5 }, data }));
  });

  test('each append is there exactly once when the reply is lost after the insert', async () => {
    const data = { closeConnection: true };
    await appendUnder(() =>
      admin.command({ configureFailPoint: 'onPrimaryTransactionalWrite', mode: { times: 5 }, data }),
    );
  });

  async function appendUnder(fault: () => Promise<unknown>): Promise<void> {
    await using stack = new AsyncDisposableStack();
    const log = await writer(stack);
    await log.append(appendTo({ 'user-1': 0 }));
    await fault();
    const appends = Array.from({ length: 40 }, (_, n) => appendTo({ [`ticket-${n}`]: 0 }));
    const outcomes = await Promise.all(appends.map((append) => log.append(append)));
    expect(outcomes.every(({ repeated }) => !repeated)).toBe(true);
    const commits = await wholeLog(log);
    const wanted = ['user-1', ...appends.map((_, n) => `ticket-${n}`)];
    expect(commits.flatMap(({ streams }) => streams.map(({ id }) => id)).toSorted()).toEqual(wanted.toSorted());
    for (const { commit } of outcomes) expect(commits[commit.position - 1]?.commandId).toBe(commit.commandId);
  }

  test('an append whose outcome stays unknown says so', async () => {
    await using stack = new AsyncDisposableStack();
    const connection = stack.use(await connectMongo(here.server.url));
    const log = stack.use(await openMongoEventLog(connection.client.db(name), { deadlineMs: 200 }));
    const data = { failCommands: ['insert'], closeConnection: true };
    await admin.command({ configureFailPoint: 'failCommand', mode: 'alwaysOn', data });
    await expect(log.append(appendTo({ 'user-1': 0 }))).rejects.toThrow('it is not known whether');
  });
});
