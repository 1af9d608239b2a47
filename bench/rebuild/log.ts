import { commitOf } from '../../packages/common/src/event-log/event-log.ts';
import type { CommitDocument } from '../../packages/common/src/event-log/mongodb/commits.ts';
import { openMongoEventLog } from '../../packages/common/src/event-log/mongodb/mongodb.ts';
import type { MongoConnection } from '../../packages/common/src/mongodb/connect.ts';
import { ticketHistory } from '../tickets.ts';

export const PAGE = 1000;

/** A log that holds so many events: written past its appends, in a fraction of the time. */
export async function filledLog({ db }: MongoConnection, events: number) {
  await using stack = new AsyncDisposableStack();
  const log = stack.use(await openMongoEventLog(db));
  const commits = db.collection<CommitDocument>('commits');
  let page: CommitDocument[] = [];
  let position = 0;
  for (const append of ticketHistory(events)) {
    position += 1;
    const { position: _id, ...rest } = commitOf(append, position);
    page.push({ _id, ...rest });
    if (page.length < PAGE && position < events) continue;
    await commits.insertMany(page);
    page = [];
  }
  const all = stack.move();
  return { log, commits, events, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

export type FilledLog = Awaited<ReturnType<typeof filledLog>>;
