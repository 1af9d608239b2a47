import { type EventLog, readStreamAsOf } from '@boxoffice/common';
import { growingPage, type Routes, refusals } from '@boxoffice/common/http';
import { HistoryQuery, Id, streamName, TicketHistoryReply } from '@boxoffice/contracts';
import { z } from 'zod';
import { TicketNotFound } from '../ticket/errors.ts';
import { ticketView } from '../ticket-listing/view.ts';
import { historyOf } from './history.ts';

/** All that ever happened to a ticket, and the ticket as it was at any moment, read from the log itself. */
export function ticketHistoryQueries({ log }: { log: EventLog }): Routes {
  return async (app) => {
    app.get(
      '/api/tickets/:id/history',
      {
        schema: {
          tags: ['tickets'],
          params: z.strictObject({ id: Id }),
          querystring: HistoryQuery,
          response: { 200: TicketHistoryReply, ...refusals('ticket-not-found') },
        },
      },
      async (request) => {
        const { id } = request.params;
        const commits = await readStreamAsOf(log, streamName('ticket', id), request.query.asOf);
        const last = commits.at(-1);
        const ticket = last && (await ticketView(log, id, last.position));
        if (!ticket) throw new TicketNotFound();
        const { entries, prices } = historyOf(id, commits);
        return { ...growingPage(entries, request.query), ticket, prices };
      },
    );
  };
}
