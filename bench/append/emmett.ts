import { getMongoDBEventStore, toStreamName } from '@event-driven-io/emmett-mongodb';

/** Emmett's event store on the same server, as durable as ours. It has a driver of its own. */
export function emmettStore(url: string) {
  const store = getMongoDBEventStore({
    connectionString: url,
    clientOptions: { writeConcern: { w: 'majority', journal: true }, readConcern: { level: 'majority' } },
  });
  const data = { title: 'Swan Lake, the Riverside Ballet', price: { amount: 4500, currency: 'EUR' } };
  return {
    /** Two events on one new stream: a stream is the most that it writes at once. */
    append() {
      const id = crypto.randomUUID();
      const event = { type: 'Happened', data: { id, ...data } };
      return store.appendToStream(toStreamName('ticket', id), [event, event], {
        expectedStreamVersion: 'STREAM_DOES_NOT_EXIST',
      });
    },
    [Symbol.asyncDispose]: () => store.close(),
  };
}
