import type { EventLog } from '@boxoffice/common';
import { type Commit, categoryOf, type OrderChange, type StreamChange, type TicketChange } from '@boxoffice/contracts';
import { knownStates } from './known-states.ts';
import { orderState } from './order-state.ts';
import { type Sessions, sessionsIn } from './sessions.ts';
import { ticketState } from './ticket-state.ts';

/** What is told of a commit, and to whom. A change that this build cannot read is `undefined`. */
export interface News {
  readonly position: number;
  readonly at: string;
  /** By the ticket, for everybody. */
  readonly tickets: ReadonlyMap<string, TicketChange | undefined>;
  /** By the person: their own orders and listings. */
  readonly people: ReadonlyMap<string, readonly (StreamChange | undefined)[]>;
  readonly sessions: Sessions;
}

interface Options {
  readonly log: EventLog;
  readonly onError: (error: unknown) => void;
}

/** Makes news of commits. To be given them in the order of the log; it may be asked before it has answered. */
export function newsFrom({ log, onError }: Options): (commit: Commit) => Promise<News> {
  const ticketAfter = knownStates(ticketState, { log, onError });
  const orderAfter = knownStates(orderState, { log, onError });

  return async function newsOf(commit) {
    const { position, at } = commit;
    const streams = commit.streams.map(({ id }) => id);
    const [tickets, orders] = await Promise.all([
      Promise.all(
        of('ticket', streams).map(async ({ stream, id }) => ({ id, ...(await ticketAfter(commit, stream)) })),
      ),
      Promise.all(of('order', streams).map(async ({ stream, id }) => ({ id, ...(await orderAfter(commit, stream)) }))),
    ]);
    const told = tickets.map(({ id, revision, state, unreadable }) => {
      const { sellerId, ...shown } = state ?? {};
      const change = { kind: 'ticket', position, at, ticketId: id, ...shown, revision } as TicketChange;
      return { id, owner: sellerId, change: state && !unreadable ? change : undefined };
    });
    const own = orders.map(({ id, state, unreadable }) => {
      const change = { kind: 'order', position, at, orderId: id, status: state?.status } as OrderChange;
      return { owner: state?.buyerId, change: state && !unreadable ? change : undefined };
    });
    const people = Map.groupBy([...own, ...told], ({ owner }) => owner ?? '');
    return {
      position,
      at,
      tickets: new Map(told.map(({ id, change }) => [id, change])),
      people: new Map([...people].map(([owner, changes]) => [owner, changes.map(({ change }) => change)])),
      sessions: sessionsIn(commit),
    };
  };
}

/** The streams of a category, with their ids. */
function of(category: string, streams: readonly string[]): { stream: string; id: string }[] {
  const found = streams.filter((stream) => categoryOf(stream) === category);
  return found.map((stream) => ({ stream, id: stream.slice(category.length + 1) }));
}
