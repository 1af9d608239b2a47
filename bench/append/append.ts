import type { Append } from '../../packages/common/src/index.ts';

/** One command: two events on two new streams, as when a ticket is reserved. */
export function newAppend(): Append {
  const id = crypto.randomUUID();
  const streams = [`ticket-${id}`, `order-${id}`];
  const data = { id, title: 'Swan Lake, the Riverside Ballet', price: { amount: 4500, currency: 'EUR' } };
  return {
    expected: Object.fromEntries(streams.map((stream) => [stream, 0])),
    events: streams.map((stream) => ({ stream, type: 'Happened', version: 1, data })),
    commandId: id,
    correlationId: id,
    actor: id,
    at: new Date().toISOString(),
  };
}
