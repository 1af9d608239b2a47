import { type Append, ConcurrencyError, type EventLog } from '../event-log/event-log.ts';
import { openMongoEventLog } from '../event-log/mongodb/mongodb.ts';
import { UnknownOutcomeError } from '../event-log/mongodb/unknown-outcome.ts';
import { connectMongo } from '../mongodb/connect.ts';
import type { Acknowledged, WriterOptions, WriterReport } from './writers.ts';

// The program of a writer of tests, a process of its own: `writers.ts` starts it and hears what it has done.
const { url, database, writer, clients, rounds, contested, deadlineMs }: WriterOptions = JSON.parse(
  process.argv[2] ?? '',
);

const TICK = 20;
let report: WriterReport = { acknowledged: [], refused: 0, unknown: 0 };
let told = false;
process.on('message', () => {
  told = true;
});
process.on('disconnect', () => process.exit(1));

/** Two streams each: one that begins, and one that grows with every commit of this client. */
async function run(log: EventLog, client: number): Promise<void> {
  for (let round = 0; !told && round < (rounds ?? Number.POSITIVE_INFINITY); round += 1) {
    const name = `${writer}-${client}`;
    const own = { [`order-${name}-${round}`]: 0, [`user-${name}`]: round };
    if (contested) await insist(log, appendOf(`contest-${name}-${round}`, { [`ticket-${round}`]: 0 }));
    await insist(log, appendOf(`command-${name}-${round}`, own));
  }
}

/** Appends until it is known whether it has been appended: what is not known is looked up, and asked for again. */
async function insist(log: EventLog, append: Append): Promise<void> {
  for (;;) {
    try {
      const { commit } = await log.append(append);
      return acknowledge({ commandId: append.commandId, position: commit.position });
    } catch (error) {
      if (error instanceof ConcurrencyError) {
        report.refused += 1;
        return;
      }
      if (!(error instanceof UnknownOutcomeError)) throw error;
      report.unknown += 1;
      const found = await log.find(append.commandId).catch(() => undefined);
      if (found) return acknowledge(found);
    }
  }
}

function acknowledge({ commandId, position }: { commandId: string; position: number }): void {
  report.acknowledged.push({ commandId, position, at: performance.timeOrigin + performance.now() } as Acknowledged);
}

function appendOf(commandId: string, expected: Record<string, number>): Append {
  const happened = { type: 'Happened', version: 1, data: { commandId } };
  const events = Object.keys(expected).map((stream) => ({ stream, ...happened }));
  return { expected, events, commandId, correlationId: commandId, actor: writer, at: '2027-01-01T00:00:00.000Z' };
}

function tell(): void {
  process.send?.(report);
  report = { acknowledged: [], refused: 0, unknown: 0 };
}

await using connection = await connectMongo(url);
await using log = await openMongoEventLog(connection.client.db(database), deadlineMs ? { deadlineMs } : {});
const telling = setInterval(tell, TICK);
await Promise.all(Array.from({ length: clients }, (_, client) => run(log, client)));
clearInterval(telling);
tell();
process.removeAllListeners();
process.disconnect();
