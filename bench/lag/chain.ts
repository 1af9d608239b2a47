import { natsStreamingEventBus } from '../../packages/common/src/event-bus/nats-streaming/nats-streaming.ts';
import { openMongoEventLog } from '../../packages/common/src/event-log/mongodb/mongodb.ts';
import { startProjector, startRelay, volatileCursor } from '../../packages/common/src/index.ts';
import { mongoReadModels } from '../../packages/common/src/read-models/mongodb/mongodb.ts';
import { CLUSTER, startNatsStreaming } from '../../packages/common/src/testing/nats.ts';
import { type TicketListing, ticketListings } from '../../services/tickets/src/index.ts';
import { startServer } from '../server.ts';
import { type Stage, watchedBus } from './stages.ts';

/** A log, a relay, a bus, a projector and its read model, as in the distributed mode, here in one process. */
export async function startChain(note: (stage: Stage, position: number) => void) {
  await using stack = new AsyncDisposableStack();
  const { mongo, version } = stack.use(await startServer());
  const nats = stack.use(await startNatsStreaming());
  const onError = (error: unknown) => process.stderr.write(`${error}\n`);
  const log = stack.use(await openMongoEventLog(mongo.db));
  // Another process would not hear of an append before the server tells it.
  const elsewhere = stack.use(await openMongoEventLog(mongo.db));
  const options = { url: nats.url, clusterId: CLUSTER, clientId: 'bench', onError };
  const bus = watchedBus(stack.use(await natsStreamingEventBus(options)), note);
  const readModels = stack.use(mongoReadModels(mongo));
  stack.use(startProjector({ projection: ticketListings, log: elsewhere, bus, readModels, onError }));
  stack.use(startRelay({ log: elsewhere, bus, take: async () => volatileCursor(0), onError }));
  const all = stack.move();
  return {
    log,
    servers: { mongod: version },
    reader: readModels.reader<TicketListing>(ticketListings),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
