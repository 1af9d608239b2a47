import { type Currency, currencies, type TicketInput } from '@boxoffice/contracts';

interface Show {
  readonly title: string;
  readonly from: number;
}
interface Venue {
  readonly venue: string;
  readonly city: string;
  readonly timeZone: string;
  readonly sections: readonly string[];
}

/** Invented artists and houses; `from` is the cheapest price in whole units of the currency. */
const shows: readonly Show[] = [
  { title: 'The Velvet Meridian: Northern Lights Tour', from: 48 },
  { title: 'Ada Lindqvist Quartet', from: 32 },
  { title: 'Kings of Copper', from: 55 },
  { title: 'Noche de Fuego: Flamenco', from: 38 },
  { title: 'The Glass Orchard', from: 64 },
  { title: 'Swan Lake, the Riverside Ballet', from: 45 },
  { title: 'The Paper Lighthouse: a Musical', from: 52 },
  { title: 'Zoë Marchetti sings Piaf', from: 29 },
  { title: 'Midnight Comedy Club with Omar Vance', from: 18 },
  { title: 'Hamlet, the Harbour Company', from: 24 },
  { title: 'Electric Saffron', from: 41 },
  { title: 'Symphony No. 9, City Philharmonic', from: 36 },
  { title: 'Dinosaurs After Dark: the Arena Show', from: 22 },
  { title: 'Hollow Moon & the Understudies', from: 34 },
  { title: 'Cirque Étoile: Gravity', from: 58 },
  { title: 'Derby Night: Rovers against United', from: 40 },
];
const venues: readonly Venue[] = [
  { venue: 'Tempodrom am Kanal', city: 'Berlin', timeZone: 'Europe/Berlin', sections: ['Parkett', 'Rang'] },
  { venue: 'Speicher 9', city: 'Hamburg', timeZone: 'Europe/Berlin', sections: ['Parkett', 'Balkon'] },
  { venue: 'Salle des Tilleuls', city: 'Paris', timeZone: 'Europe/Paris', sections: ['Orchestre', 'Corbeille'] },
  { venue: 'Gasworks Arena', city: 'London', timeZone: 'Europe/London', sections: ['Stalls', 'Circle', 'Block 112'] },
  { venue: 'Teatro do Cais', city: 'Lisboa', timeZone: 'Europe/Lisbon', sections: ['Plateia', 'Balcão'] },
  { venue: 'Teatre de la Llum', city: 'Barcelona', timeZone: 'Europe/Madrid', sections: ['Platea', 'Anfiteatre'] },
  { venue: 'Kulturværftet', city: 'København', timeZone: 'Europe/Copenhagen', sections: ['Gulv', 'Balkon'] },
  { venue: 'Bergstation', city: 'Zürich', timeZone: 'Europe/Zurich', sections: ['Parkett', 'Galerie'] },
];

const PER_EVENING = 4;
const EVENINGS_PER_SHOW = 5;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How many tickets the demo market has. */
export const DEMO_TICKETS = shows.length * EVENINGS_PER_SHOW * PER_EVENING;

/** Ticket `n` of the demo market, the same each time for the same day. Shows begin two weeks after `now`. */
export function demoTicket(n: number, currency: Currency, now: Date): TicketInput {
  const evening = Math.floor(n / PER_EVENING);
  const show = pick(shows, Math.floor(evening / EVENINGS_PER_SHOW));
  const { venue, city, timeZone, sections } = pick(venues, evening * 3 + Math.floor(evening / 7));
  const firstDay = Math.floor(now.getTime() / DAY) * DAY + 14 * DAY;
  const startsAt = new Date(firstDay + ((evening * 11) % 150) * DAY + (18 + (evening % 3)) * HOUR);
  const units = show.from + (n % PER_EVENING) * 12 + ((n * 7) % 9);
  const quantity = 1 + (n % 3 === 0 ? 1 : 0);
  const seat = 1 + ((n * 5) % 28);
  return {
    title: show.title,
    venue,
    city,
    timeZone,
    startsAt: startsAt.toISOString(),
    section: pick(sections, n),
    row: String.fromCharCode(65 + ((n * 3) % 20)),
    seat: quantity === 1 ? String(seat) : `${seat}–${seat + quantity - 1}`,
    quantity,
    price: { amount: units * quantity * 10 ** currencies[currency], currency },
  };
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}
