import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { commitsOf, record } from '../testing/commits.ts';
import { counterEvents } from '../testing/counter.ts';
import { onMongod } from '../testing/on-mongod.ts';
import { openMongoEventLog } from './mongodb/mongodb.ts';
import { openSqliteEventLog } from './sqlite.ts';
import { type Problem, type StoredCommit, type StoredCommits, verifyLog } from './verify.ts';
import { storedMongoCommits } from './verify-mongodb.ts';
import { openStoredSqliteCommits } from './verify-sqlite.ts';

const counted = (id: string, by = 1) => ({ type: 'Counted', version: 1, data: { id, by } });
const history = [
  { 'counter-a': [counted('a')] },
  { 'counter-a': [counted('a')], 'counter-b': [counted('b'), counted('b')] },
  { 'counter-c': [counted('c')] },
  { 'counter-a': [counted('a')] },
  { 'counter-b': [counted('b')] },
];

async function verify(stored: StoredCommits) {
  const problems: Problem[] = [];
  const onProblem = (problem: Problem) => void problems.push(problem);
  const verified = await verifyLog(stored, { sets: [counterEvents], onProblem });
  return { verified, problems };
}

/** Commits as a store would have them, some of them replaced. */
function storing(...commits: readonly unknown[]): StoredCommits {
  const stored = commits.map((body): StoredCommit => ({ position: (body as { position: number }).position, body }));
  return {
    read: async (after, limit) => stored.filter(({ position }) => position > after).slice(0, limit),
    last: async () => stored.at(-1)?.position ?? 0,
    disorder: async () => [],
  };
}

const commits = commitsOf(...history);
/** The log with one commit replaced. */
function changed(position: number, change: object): StoredCommits {
  return storing(...commits.map((commit) => (commit.position === position ? { ...commit, ...change } : commit)));
}

describe('a log that is verified', () => {
  test('is sound when nobody has touched it', async () => {
    const { verified, problems } = await verify(storing(...commits));
    expect(problems).toEqual([]);
    expect(verified).toEqual({ commits: 5, events: 7, streams: 3, head: 5 });
  });

  test('is sound when it is empty', async () => {
    const { verified, problems } = await verify(storing());
    expect(problems).toEqual([]);
    expect(verified).toEqual({ commits: 0, events: 0, streams: 0, head: 0 });
  });

  test('has a hole, which is one problem in the log and one in each stream that it cut', async () => {
    const { problems } = await verify(storing(...commits.filter(({ position }) => position !== 2)));
    expect(problems).toEqual([
      { position: 2, reason: 'position 2 is missing' },
      { position: 4, stream: 'counter-a', reason: 'revision 3 follows 1' },
      { position: 5, stream: 'counter-b', reason: 'revision 2 follows 0' },
    ]);
  });

  test('has lost its beginning', async () => {
    const { problems } = await verify(storing(...commits.slice(2, 3)));
    expect(problems).toEqual([{ position: 1, reason: 'positions 1 to 2 are missing' }]);
  });

  test.each<[string, number, object, Problem]>([
    [
      'a command twice',
      3,
      { commandId: 'command-1' },
      { position: 3, reason: 'command command-1 is at position 1 already' },
    ],
    [
      'what is no commit',
      3,
      { actor: 7 },
      { position: 3, reason: 'it is not a commit: actor: Invalid input: expected string, received number' },
    ],
    [
      'a revision twice',
      5,
      { streams: [{ id: 'counter-b', revision: 1 }] },
      { position: 5, stream: 'counter-b', reason: 'revision 1 follows 1' },
    ],
    [
      'an event that no build of this version wrote',
      3,
      { events: [{ stream: 'counter-c', type: 'Exploded', version: 1, data: {} }] },
      {
        position: 3,
        stream: 'counter-c',
        type: 'Exploded',
        reason: 'Exploded version 1 is not an event of the counter streams known to this build',
      },
    ],
    [
      'an event whose data breaks its contract',
      3,
      { events: [{ stream: 'counter-c', ...counted('c', 0.5) }] },
      {
        position: 3,
        stream: 'counter-c',
        type: 'Counted',
        reason: 'by: Invalid input: expected int, received number',
      },
    ],
    [
      'a stream of nobody',
      3,
      {
        streams: [{ id: 'lamp-1', revision: 1 }],
        events: [{ stream: 'lamp-1', type: 'Lit', version: 1, data: {} }],
      },
      { position: 3, stream: 'lamp-1', type: 'Lit', reason: 'this build knows no such streams' },
    ],
  ])('has %s', async (_what, position, change, problem) => {
    const { verified, problems } = await verify(changed(position, change));
    expect(problems).toEqual([problem]);
    expect(verified.head).toBe(5);
  });

  test('has streams and events that do not belong together', async () => {
    const streams = [{ id: 'counter-d', revision: 1 }];
    expect((await verify(changed(3, { streams }))).problems).toEqual([
      { position: 3, stream: 'counter-d', reason: 'no event is written to it' },
      { position: 3, stream: 'counter-c', reason: 'it has no revision here' },
    ]);
  });

  test('can be left in the middle', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    const options = { sets: [counterEvents], onProblem: () => undefined, signal: stop.signal };
    await expect(verifyLog(storing(...commits), options)).rejects.toThrow('enough');
  });
});

describe('a log in SQLite', () => {
  async function damaged(damage: string) {
    const path = join(mkdtempSync(join(tmpdir(), 'log-')), 'events.sqlite');
    await using log = openSqliteEventLog(path);
    await record(log, ...history);
    const database = new DatabaseSync(path);
    database.exec(`PRAGMA foreign_keys=OFF; ${damage}`);
    database.close();
    using stored = openStoredSqliteCommits(path);
    return (await verify(stored)).problems;
  }

  test('is verified while it is open elsewhere', async () => {
    expect(await damaged('')).toEqual([]);
  });

  test.each([
    [
      'DELETE FROM stream_revisions WHERE position = 3',
      { position: 3, stream: 'counter-c', reason: 'the index of streams does not have it at revision 1' },
    ],
    [
      "INSERT INTO stream_revisions VALUES ('counter-x', 1, 3)",
      {
        position: 3,
        stream: 'counter-x',
        reason: 'the index of streams has it at revision 1, and the commit does not',
      },
    ],
    [
      "UPDATE commits SET command_id = 'other' WHERE position = 3",
      { position: 3, reason: 'it is found by another command than its own' },
    ],
    [
      'UPDATE commits SET position = -1 WHERE position = 5; DELETE FROM stream_revisions WHERE position = 5',
      {
        position: -1,
        reason: 'no position is below 1',
      },
    ],
  ])('tells of %s', async (damage, problem) => {
    expect(await damaged(damage)).toContainEqual(problem);
  });

  test('tells of half a commit and goes on', async () => {
    expect(await damaged("UPDATE commits SET body = '{' WHERE position = 3")).toEqual([
      { position: 3, reason: expect.stringContaining('it is not a commit') },
    ]);
  });
});

onMongod((here) => {
  test('a log in MongoDB tells of what is not its own, and of an index that is gone', async () => {
    const db = here.mongo.client.db(`verify-${crypto.randomUUID()}`);
    await using log = await openMongoEventLog(db);
    await record(log, ...history);
    expect((await verify(storedMongoCommits(db))).problems).toEqual([]);

    const all = db.collection<{ _id: string | number }>('commits');
    await all.insertOne({ _id: 'shopping' });
    expect(await log.head()).toBe(5);
    await all.deleteOne({ _id: 3 });
    await all.dropIndex('command');
    expect((await verify(storedMongoCommits(db))).problems).toEqual([
      { reason: 'the unique index command is missing' },
      { reason: 'the document "shopping" is not at a position' },
      { position: 3, reason: 'position 3 is missing' },
    ]);
  });
});
