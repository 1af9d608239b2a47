import type { EventLog } from '@boxoffice/common';
import { type Listener, listenTo } from '@boxoffice/common/testing';
import { streamName, TicketListed, TicketReleased, TicketReserved } from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';

export interface Told {
  /** Of each client: the revisions of the ticket that it was told of, in the order in which it was. */
  readonly revisions: readonly (readonly number[])[];
  /** Milliseconds from the moment an append was begun until a client heard of it; the shortest first. */
  readonly times: readonly number[];
}

/** Lets so many clients look at one ticket, at these processes in turn, while it changes as often as this. */
export async function toldOf(log: EventLog, urls: readonly string[], clients: number, changes: number): Promise<Told> {
  const ticketId = crypto.randomUUID();
  const stream = streamName('ticket', ticketId);
  await append(log, stream, 0, sampleOf(TicketListed, { ticketId }));
  const address = (index: number) => `${urls[index % urls.length]}/api/stream?tickets=${ticketId}`;
  await using stack = new AsyncDisposableStack();
  const listeners: Listener[] = await Promise.all(
    Array.from({ length: clients }, async (_, index) => stack.use(await listenTo(address(index)))),
  );
  await Promise.all(listeners.map((one) => one.until(({ event }) => event === 'ready')));

  const times: number[] = [];
  for (let revision = 1; revision <= changes; revision += 1) {
    const event = revision % 2 ? sampleOf(TicketReserved, { ticketId }) : sampleOf(TicketReleased, { ticketId });
    const began = performance.now();
    const heard = listeners.map(async (one) => {
      await one.until(({ event, data }) => event === 'changes' && data[0].revision === revision + 1);
      times.push(performance.now() - began);
    });
    await append(log, stream, revision, event);
    await Promise.all(heard);
  }
  const revisions = listeners.map(({ heard }) => heard.slice(1).map(({ data }) => data[0].revision));
  return { revisions, times: times.toSorted((one, other) => one - other) };
}

async function append(log: EventLog, stream: string, revision: number, event: ReturnType<typeof sampleOf>) {
  await log.append({
    expected: { [stream]: revision },
    events: [{ stream, ...(event as { type: string; version: number; data: unknown }) }],
    commandId: crypto.randomUUID(),
    correlationId: 'told',
    actor: 'somebody',
    at: new Date().toISOString(),
  });
}
