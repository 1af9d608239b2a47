import type { TicketView } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import { english } from '../../lib/testing/words.ts';
import { readTicketForm } from './read-ticket-form.ts';
import { ticketValues } from './ticket-values.ts';

const filled = {
  title: 'Mitski – Columbiahalle',
  price: '64.50',
  venue: 'Columbiahalle',
  city: 'Berlin',
  startsAt: '2027-03-05T19:30',
  timeZone: 'Europe/Berlin',
  section: 'B',
  row: '4',
  seat: '12',
  quantity: '2',
};

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe('a listing', () => {
  test('is read into minor units and UTC', () => {
    expect(readTicketForm(form(filled), 'EUR', english).input).toEqual({
      title: 'Mitski – Columbiahalle',
      price: { amount: 6450, currency: 'EUR' },
      venue: 'Columbiahalle',
      city: 'Berlin',
      startsAt: '2027-03-05T18:30:00.000Z',
      timeZone: 'Europe/Berlin',
      section: 'B',
      row: '4',
      seat: '12',
      quantity: 2,
    });
  });

  test('needs no more than a title and a price; a zone without a date means nothing', () => {
    const { input } = readTicketForm(
      form({ title: ' x ', price: '5', quantity: '1', startsAt: '', timeZone: 'Europe/Berlin', venue: ' ' }),
      'EUR',
      english,
    );
    expect(input).toEqual({ title: 'x', price: { amount: 500, currency: 'EUR' }, quantity: 1 });
  });

  test.each([
    ['title', ''],
    ['title', 'x'.repeat(201)],
    ['title', 'a\u202eb'],
    ['price', ''],
    ['price', 'free'],
    ['price', '0'],
    ['price', '-5'],
    ['price', '5.001'],
    ['price', '1000000.01'],
    ['venue', 'x'.repeat(121)],
    ['startsAt', 'soon'],
    ['startsAt', '2027-02-30T20:00'],
    ['startsAt', '2027-03-28T02:30'],
    ['timeZone', 'Mars/Olympus'],
    ['quantity', '0'],
    ['quantity', '21'],
    ['quantity', '1.5'],
    ['quantity', ''],
  ])('with the %s %j is refused at that field alone', (field, value) => {
    const { errors } = readTicketForm(form({ ...filled, [field]: value }), 'EUR', english);
    expect(Object.keys(errors ?? {})).toEqual([field]);
  });

  test('says everything that is wrong at once', () => {
    const { errors } = readTicketForm(form({ title: '', price: 'x', quantity: '99' }), 'EUR', english);
    expect(Object.keys(errors ?? {}).sort()).toEqual(['price', 'quantity', 'title']);
  });
});

test('what the edit form shows is read back as the same listing', () => {
  const ticket: TicketView = {
    id: '0d3f1c36-55f5-4b0e-a8c4-16b1d5a7c001',
    sellerId: '0d3f1c36-55f5-4b0e-a8c4-16b1d5a7c002',
    title: 'x',
    quantity: 2,
    startsAt: '2027-07-05T18:30:00.000Z',
    timeZone: 'America/New_York',
    row: '4',
    price: { amount: 5, currency: 'EUR' },
    status: 'available',
    listedAt: '2027-01-01T00:00:00.000Z',
    changedAt: '2027-01-01T00:00:00.000Z',
    revision: 1,
  };
  const { title, quantity, startsAt, timeZone, row, price } = ticket;
  expect(readTicketForm(form(ticketValues(ticket)), 'EUR', english).input).toEqual({
    title,
    quantity,
    startsAt,
    timeZone,
    row,
    price,
  });
});
