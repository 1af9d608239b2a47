import type { Append } from '../packages/common/src/index.ts';
import { later } from '../packages/common/src/testing/clock.ts';
import { detailsChanged, listed, released, repriced, reserved, sold } from '../services/tickets/src/controls.ts';

const life = [listed, repriced, reserved, released, detailsChanged, reserved, sold];
const titles = ['Zoë & the Night Owls', 'Nachtmusik', 'Les Ténèbres', 'Owl Town', 'Swan Lake', 'The Riverside Ballet'];
const cities = ['Berlin', 'Köln', 'Paris', 'Lisboa', 'Gdańsk'];

/** How many tickets are on the market at a time: an event is about another ticket than the one before it. */
const TICKETS = 1000;

/** So many events in the lives of tickets, each a commit of its own. The same every time. */
export function* ticketHistory(events: number): Generator<Append> {
  for (let n = 0; n < events; n += 1) {
    const step = Math.floor(n / TICKETS) % life.length;
    const ticket = (n % TICKETS) + Math.floor(n / (TICKETS * life.length)) * TICKETS;
    yield ticketAppend(ticket, step, n);
  }
}

/** A ticket put up for sale. */
export function newListing(ticket: number): Append {
  return ticketAppend(ticket, 0, ticket);
}

function ticketAppend(ticket: number, step: number, n: number): Append {
  const event = life[step] ?? listed;
  const ticketId = `71c4e700-0000-4000-8000-${String(ticket).padStart(12, '0')}`;
  const stream = `ticket-${ticketId}`;
  const shown = 'title' in event.data ? { title: titles[n % titles.length], city: cities[n % cities.length] } : {};
  return {
    expected: { [stream]: step },
    events: [{ ...event, stream, data: { ...event.data, ...shown, ticketId } }],
    commandId: `command-${n}`,
    correlationId: `correlation-${n}`,
    actor: listed.data.sellerId,
    at: later(n),
  };
}
