import { openMongoEventLog } from '../../packages/common/src/event-log/mongodb/mongodb.ts';
import { connectMongo } from '../../packages/common/src/mongodb/connect.ts';
import { during } from '../load.ts';
import { newAppend } from './append.ts';
import type { Answer, Task } from './processes.ts';

/** A process that appends when it is told to, and ends with who started it. */
const [url = '', database = ''] = process.argv.slice(2);
const { client } = await connectMongo(url);
const log = await openMongoEventLog(client.db(database));

process.on('message', async ({ clients, seconds }: Task) => {
  const times = await during(seconds, clients, () => log.append(newAppend()));
  answer({ times });
});
process.on('disconnect', () => process.exit());
answer({ times: [] });

function answer(answer: Answer): void {
  process.send?.(answer);
}
