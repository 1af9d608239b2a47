import { type EventLog, recordedEvents } from '@boxoffice/common';
import { type Routes, refusals } from '@boxoffice/common/http';
import { Id, streamName, type TicketEvent, TicketHistoryReply, ticketEvents } from '@boxoffice/contracts';
import { z } from 'zod';
import { TicketNotFound } from '../ticket/errors.ts';

const what = {
  TicketListed: 'listed',
  TicketRepriced: 'repriced',
  TicketDetailsChanged: 'changed',
  TicketWithdrawn: 'withdrawn',
  TicketReserved: 'reserved',
  TicketHoldExtended: 'extended',
  TicketReleased: 'released',
  TicketSold: 'sold',
  TicketReturned: 'returned',
} as const satisfies Record<TicketEvent['type'], string>;

/** All that ever happened to a ticket, read from the log itself. Buyers are not named. */
export function ticketHistoryQueries({ log }: { log: EventLog }): Routes {
  return async (app) => {
    app.get(
      '/api/tickets/:id/history',
      {
        schema: {
          tags: ['tickets'],
          params: z.strictObject({ id: Id }),
          response: { 200: TicketHistoryReply, ...refusals('ticket-not-found') },
        },
      },
      async (request) => {
        const stream = streamName('ticket', request.params.id);
        const commits = await log.readStream(stream);
        if (commits.length === 0) throw new TicketNotFound();
        const events = commits.flatMap((commit) => recordedEvents(commit, [ticketEvents]));
        return {
          items: events
            .filter((event) => event.stream === stream)
            .map((event) => ({
              position: event.position,
              at: event.at,
              what: what[event.type],
              ...('price' in event.data ? { price: event.data.price } : {}),
            })),
        };
      },
    );
  };
}
