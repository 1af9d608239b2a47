import type { CommitDocument } from '../../packages/common/src/event-log/mongodb/commits.ts';
import type { MongoConnection } from '../../packages/common/src/mongodb/connect.ts';
import { ticketListings } from '../../services/tickets/src/index.ts';
import { type FilledLog, PAGE } from './log.ts';

/** Reads every event of the log and does nothing with it. */
export async function readAll({ commits }: FilledLog): Promise<number> {
  let events = 0;
  for await (const commit of inOrder(commits)) events += commit.events.length;
  return events;
}

/** The usual way: for each event an upsert of its document, in order, sent a page at a time. */
export async function upsertEach({ commits }: FilledLog, { db }: MongoConnection): Promise<number> {
  const documents = db.collection<{ _id: string }>('upserted');
  for (const { key, partial } of ticketListings.indexes ?? [])
    await documents.createIndex({ ...key }, partial ? { partialFilterExpression: partial } : {});
  let events = 0;
  let page: CommitDocument[] = [];
  const write = async () => {
    const operations = page.flatMap(({ _id: position, events }) => events.map((event) => upsertOf(event, position)));
    if (operations.length > 0) await documents.bulkWrite(operations, { ordered: true });
    events += operations.length;
    page = [];
  };
  for await (const commit of inOrder(commits)) if (page.push(commit) === PAGE) await write();
  await write();
  return events;
}

function inOrder(commits: FilledLog['commits']) {
  return commits.find({}, { batchSize: PAGE }).sort({ _id: 1 });
}

function upsertOf({ type, data }: CommitDocument['events'][number], position: number) {
  const { ticketId, ...rest } = data as { ticketId: string };
  const words = 'title' in rest ? { words: String(rest.title).toLowerCase().split(' ') } : {};
  const status = statusAfter[type];
  const set = { ...rest, ...words, ...(status ? { status } : {}), position };
  return { updateOne: { filter: { _id: ticketId }, update: { $set: set }, upsert: true } };
}

const statusAfter: Record<string, string> = {
  TicketListed: 'available',
  TicketReserved: 'reserved',
  TicketReleased: 'available',
  TicketSold: 'sold',
};
