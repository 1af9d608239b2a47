import { type Clock, type EventLog, eventOf, handle } from '@boxoffice/common';
import { commandContext, commandRefusals, Empty, type Routes, setPosition, signedIn } from '@boxoffice/common/http';
import { Id, OrderView, orderEvents, PlaceOrder } from '@boxoffice/contracts';
import { z } from 'zod';
import { orderView } from '../my-orders/view.ts';
import { OrderNotFound, TicketNotFound } from './errors.ts';
import { heldTicket } from './held-ticket.ts';
import { order } from './order.ts';

export interface OrderDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  /** How long a reservation is held for its buyer. */
  readonly holdSeconds: number;
}

const tags = ['orders'];

/** Reserve and cancel. */
export function orderCommands({ log, clock, holdSeconds }: OrderDependencies): Routes {
  return async (app) => {
    app.post(
      '/api/orders',
      {
        schema: {
          tags,
          body: PlaceOrder,
          response: {
            201: OrderView,
            ...commandRefusals('not-signed-in', 'own-ticket', 'ticket-not-found', 'ticket-reserved'),
          },
        },
      },
      async (request, reply) => {
        const { userId: buyerId } = signedIn(request);
        const { ticketId, expectedPrice } = request.body;
        const context = commandContext(request, { clock, actor: buyerId, body: request.body });
        const { at } = context;
        const expiresAt = new Date(Date.parse(at) + holdSeconds * 1000).toISOString();
        const newId = crypto.randomUUID();
        const outcome = await handle(log, context, async (load) => {
          const hold = await load(heldTicket, ticketId);
          if (!hold.state) throw new TicketNotFound();
          const { sellerId, details: ticket, price: total } = hold.state;
          const placed = await load(order, newId);
          const ids = { ticketId, orderId: newId, buyerId };
          hold.emit(heldTicket.decide({ type: 'Reserve', ...ids, expectedPrice, expiresAt, at }, hold.state));
          placed.emit(order.decide({ type: 'Place', ...ids, sellerId, ticket, total, expiresAt }, placed.state));
        });
        const view = await orderView(log, eventOf(outcome, orderEvents)?.data.orderId ?? newId, outcome.position);
        if (!view) throw new OrderNotFound();
        setPosition(request, reply, outcome.position);
        return reply.code(201).header('location', `/api/orders/${view.id}`).send(view);
      },
    );

    app.delete(
      '/api/orders/:id',
      {
        schema: {
          tags,
          params: z.strictObject({ id: Id }),
          response: { 204: Empty, ...commandRefusals('not-signed-in', 'order-not-found', 'order-paid') },
        },
      },
      async (request, reply) => {
        const { userId: buyerId } = signedIn(request);
        const { id: orderId } = request.params;
        const context = commandContext(request, { clock, actor: buyerId });
        const outcome = await handle(log, context, async (load) => {
          const placed = await load(order, orderId);
          const events = order.decide({ type: 'Cancel', orderId, buyerId }, placed.state);
          placed.emit(events);
          if (events.length === 0 || !placed.state) return;
          const { ticketId } = placed.state;
          const hold = await load(heldTicket, ticketId);
          hold.emit(heldTicket.decide({ type: 'Release', ticketId, orderId, reason: 'cancelled' }, hold.state));
        });
        setPosition(request, reply, outcome.position);
        return reply.code(204).send();
      },
    );
  };
}
