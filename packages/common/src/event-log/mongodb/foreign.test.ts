import { ObjectId } from 'mongodb';
import { expect, test } from 'vitest';
import { startFollower } from '../../testing/follower.ts';
import { onMongod } from '../../testing/on-mongod.ts';
import { appendTo } from '../event-log.suite.ts';
import { commitOf } from '../event-log.ts';
import { CorruptCommitError } from '../parse-commit.ts';
import type { CommitDocument } from './commits.ts';
import { openMongoEventLog } from './mongodb.ts';

onMongod((here) => {
  /** A log of one commit, and after it what another program has put there. */
  async function logWith(stack: AsyncDisposableStack, foreign: object) {
    const db = here.mongo.client.db(`foreign-${crypto.randomUUID()}`);
    const log = stack.use(await openMongoEventLog(db));
    await log.append(appendTo({ 'ticket-1': 0 }));
    const commits = db.collection<CommitDocument>('commits');
    await commits.insertOne(foreign as CommitDocument);
    return { db, log, commits };
  }

  const { position: _, ...whole } = commitOf(appendTo({ 'ticket-1': 1 }), 2);
  test.each<[string, object]>([
    ['half a commit', { _id: 2, streams: whole.streams }],
    ['without events', { ...whole, _id: 2, events: [] }],
    ['with an event that has no name', { ...whole, _id: 2, events: [{ stream: 'ticket-1', version: 1, data: {} }] }],
    ['something else', { _id: 2, shopping: ['milk'] }],
  ])('what is not a commit is named, and nobody reads past it: %s', async (_what, foreign) => {
    await using stack = new AsyncDisposableStack();
    const { log } = await logWith(stack, foreign);
    const follower = stack.use(startFollower(log));
    await log.append(appendTo({ 'ticket-2': 0 }));
    expect(await log.head()).toBe(3);
    expect(await log.read(0, 1)).toHaveLength(1);
    // What is sound before it is given first.
    expect(await log.read(0, 10)).toHaveLength(1);
    const reading = log.read(1, 10);
    await expect(reading).rejects.toThrow(CorruptCommitError);
    await expect(reading).rejects.toThrow('the collection commits: what is at position 2 is not a commit');
    await expect(reading).rejects.not.toThrow('\n');
    await expect.poll(() => follower.errors.length, { timeout: 5000 }).toBeGreaterThan(2);
    for (const error of follower.errors) expect(error).toBeInstanceOf(CorruptCommitError);
    expect(follower.seen.filter(({ position }) => position > 1)).toEqual([]);
  });

  test('a half-written commit of a stream is named by who reads the stream', async () => {
    await using stack = new AsyncDisposableStack();
    const { log } = await logWith(stack, { _id: 2, streams: whole.streams });
    await expect(log.readStream('ticket-1')).rejects.toThrow('position 2');
    expect(await log.readStream('ticket-1', 1)).toHaveLength(1);
  });

  test('a commit that has gone is named, and nobody reads past the hole', async () => {
    await using stack = new AsyncDisposableStack();
    const { log, commits } = await logWith(stack, { ...whole, _id: 2 });
    await log.append(appendTo({ 'ticket-2': 0 }));
    await commits.deleteOne({ _id: 2 });
    expect(await log.read(0, 10)).toHaveLength(1);
    await expect(log.read(1, 10)).rejects.toThrow('position 2');
    await expect(log.read(1, 10)).rejects.toThrow('it is missing');
    expect(await log.read(0, 1)).toHaveLength(1);
  });

  test('nothing is numbered after what stands between two positions', async () => {
    await using stack = new AsyncDisposableStack();
    const { db, log } = await logWith(stack, { ...whole, _id: 1.5 });
    const other = stack.use(await openMongoEventLog(db));
    const appended = other.append(appendTo({ 'ticket-2': 0 }));
    await expect(appended).rejects.toThrow(CorruptCommitError);
    await expect(log.head()).rejects.toThrow('what is at position 1.5 is not a commit of the log');
    expect(await db.collection('commits').countDocuments()).toBe(2);
  });

  test.each<[string, unknown]>([
    ['an id that the server made', new ObjectId()],
    ['a text', 'list'],
  ])('what is at no position at all does not disturb the numbering: %s', async (_what, _id) => {
    await using stack = new AsyncDisposableStack();
    const { db } = await logWith(stack, { ...whole, _id });
    const other = stack.use(await openMongoEventLog(db));
    const { commit } = await other.append(appendTo({ 'ticket-2': 0 }));
    expect(commit.position).toBe(2);
    expect((await other.read(0, 10)).map(({ position }) => position)).toEqual([1, 2]);
    expect(await other.head()).toBe(2);
  });
});
