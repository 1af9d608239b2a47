import type { Happened } from '@boxoffice/common/testing';
import { stateOf } from '@boxoffice/common/testing';
import type { TicketEvent } from '@boxoffice/contracts';
import {
  TicketDetailsChanged,
  TicketHoldExtended,
  TicketListed,
  TicketReleased,
  TicketRepriced,
  TicketReserved,
  TicketReturned,
  TicketSold,
  TicketWithdrawn,
} from '@boxoffice/contracts';
import { sampleOf } from '@boxoffice/contracts/samples';
import fc from 'fast-check';
import { ticket } from '../ticket/ticket.ts';

const titles = ['Zoë & the Night Owls', 'Nachtmusik', 'Les Ténèbres', 'Owl Town'];
const cities = ['Berlin', 'BERLIN', 'Köln', undefined];
const starts = ['2026-06-01T18:00:00.000Z', '2027-03-01T18:30:00.000Z', '2027-03-31T23:59:59.999Z', undefined];

const step = fc.record({
  ticket: fc.nat({ max: 11 }),
  wish: fc.nat({ max: 99 }),
  title: fc.constantFrom(...titles),
  city: fc.constantFrom(...cities),
  startsAt: fc.constantFrom(...starts),
  amount: fc.integer({ min: 1, max: 9 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What may happen to a dozen tickets: everything in an order in which it can. */
export const histories: fc.Arbitrary<Happened[]> = fc.array(step, { minLength: 1, maxLength: 60 }).map((steps) => {
  const events = new Map<string, TicketEvent[]>();
  return steps.flatMap((step) => {
    const ticketId = `71c4e700-0000-4000-8000-0000000000${String(step.ticket).padStart(2, '0')}`;
    const before = events.get(ticketId) ?? [];
    const event = eventOf(ticketId, step, before);
    if (!event) return [];
    events.set(ticketId, [...before, event]);
    return [{ [`ticket-${ticketId}`]: [event] }];
  });
});

/** One of the events that may come next; none for a ticket that is withdrawn. */
function eventOf(ticketId: string, step: Step, before: readonly TicketEvent[]): TicketEvent | undefined {
  const { wish, title, city, startsAt, amount } = step;
  const details = { title, city, startsAt, timeZone: startsAt && 'Europe/Berlin' };
  const price = { amount: amount * 1000, currency: 'EUR' as const };
  const choices: Record<string, TicketEvent[]> = {
    none: [sampleOf(TicketListed, { ticketId, ...details, price })],
    available: [
      sampleOf(TicketReserved, { ticketId }),
      sampleOf(TicketRepriced, { ticketId, price }),
      sampleOf(TicketDetailsChanged, { ticketId, ...details }),
      sampleOf(TicketWithdrawn, { ticketId }),
    ],
    reserved: [
      sampleOf(TicketReleased, { ticketId }),
      sampleOf(TicketHoldExtended, { ticketId }),
      sampleOf(TicketSold, { ticketId, price }),
    ],
    sold: [sampleOf(TicketReturned, { ticketId }), sampleOf(TicketWithdrawn, { ticketId })],
  };
  const possible = choices[stateOf(ticket, before)?.status ?? 'none'] ?? [];
  return possible[wish % possible.length];
}
