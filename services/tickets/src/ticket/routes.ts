import { type Clock, type EventLog, eventOf, handle, type Outcome } from '@boxoffice/common';
import {
  checkRevision,
  commandContext,
  commandRefusals,
  Empty,
  ifMatch,
  type Routes,
  setPosition,
  setRevision,
  signedIn,
} from '@boxoffice/common/http';
import { Id, type MarketView, TicketInput, TicketView, ticketEvents } from '@boxoffice/contracts';
import { z } from 'zod';
import { ticketView } from '../ticket-listing/view.ts';
import { offerOf } from './offer.ts';
import { ticket } from './ticket.ts';

export interface TicketDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly market: MarketView;
}

const tags = ['tickets'];
const params = z.strictObject({ id: Id });

/** List, change and withdraw a ticket. */
export function ticketCommands({ log, clock, market }: TicketDependencies): Routes {
  return async (app) => {
    app.post(
      '/api/tickets',
      { schema: { tags, body: TicketInput, response: { 201: TicketView, ...commandRefusals('not-signed-in') } } },
      async (request, reply) => {
        const { userId: sellerId } = signedIn(request);
        const context = commandContext(request, { clock, actor: sellerId, body: request.body });
        const newId = crypto.randomUUID();
        const outcome = await handle(log, context, async (load) => {
          const offer = offerOf(request.body, market, context.at);
          const listing = await load(ticket, newId);
          listing.emit(ticket.decide({ type: 'List', ticketId: newId, sellerId, ...offer }, listing.state));
        });
        const view = await viewAfter(log, outcome, eventOf(outcome, ticketEvents)?.data.ticketId ?? newId);
        setPosition(request, reply, outcome.position);
        setRevision(reply, view.revision);
        return reply.code(201).header('location', `/api/tickets/${view.id}`).send(view);
      },
    );

    app.put(
      '/api/tickets/:id',
      {
        schema: {
          tags,
          params,
          body: TicketInput,
          response: {
            200: TicketView,
            ...commandRefusals(
              'not-signed-in',
              'not-your-ticket',
              'ticket-not-found',
              'ticket-reserved',
              'revision-stale',
            ),
          },
        },
      },
      async (request, reply) => {
        const { userId: sellerId } = signedIn(request);
        const { id: ticketId } = request.params;
        const expected = ifMatch(request);
        const context = commandContext(request, { clock, actor: sellerId, body: request.body });
        const outcome = await handle(log, context, async (load) => {
          const offer = offerOf(request.body, market, context.at);
          const listing = await load(ticket, ticketId);
          const events = ticket.decide({ type: 'Change', ticketId, sellerId, ...offer }, listing.state);
          checkRevision(expected, listing.revision);
          listing.emit(events);
        });
        const view = await viewAfter(log, outcome, ticketId);
        setPosition(request, reply, outcome.position);
        setRevision(reply, view.revision);
        return view;
      },
    );

    app.delete(
      '/api/tickets/:id',
      {
        schema: {
          tags,
          params,
          response: {
            204: Empty,
            ...commandRefusals(
              'not-signed-in',
              'not-your-ticket',
              'ticket-not-found',
              'ticket-reserved',
              'revision-stale',
            ),
          },
        },
      },
      async (request, reply) => {
        const { userId: sellerId } = signedIn(request);
        const { id: ticketId } = request.params;
        const expected = ifMatch(request);
        const context = commandContext(request, { clock, actor: sellerId });
        const outcome = await handle(log, context, async (load) => {
          const listing = await load(ticket, ticketId);
          const events = ticket.decide({ type: 'Withdraw', ticketId, sellerId }, listing.state);
          if (events.length > 0) checkRevision(expected, listing.revision);
          listing.emit(events);
        });
        setPosition(request, reply, outcome.position);
        return reply.code(204).send();
      },
    );
  };
}

/** The view right after the command: what the read model will show at this position. */
async function viewAfter(log: EventLog, { position }: Outcome, id: string): Promise<TicketView> {
  const view = await ticketView(log, id, position);
  if (!view) throw new Error(`ticket ${id} is not in the log at position ${position}`);
  return view;
}
