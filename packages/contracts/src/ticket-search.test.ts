import { describe, expect, test } from 'vitest';
import { MAX_AMOUNT } from './money.ts';
import { TicketSearch } from './ticket-search.ts';

const byDefault = { status: 'available', sort: 'soonest', limit: 20 };

describe('a search', () => {
  test('for nothing is for what can be bought, the soonest first', () => {
    expect(TicketSearch.parse({})).toEqual(byDefault);
  });

  test('reads numbers from the text of the query', () => {
    const query = { minPrice: '1', maxPrice: String(MAX_AMOUNT), limit: '100' };
    expect(TicketSearch.parse(query)).toEqual({ ...byDefault, minPrice: 1, maxPrice: MAX_AMOUNT, limit: 100 });
  });

  test('takes words, a city, days, an order and a place to go on from', () => {
    const query = { q: 'night owl', city: 'Berlin', from: '2027-03-01', to: '2028-02-29', cursor: 'abc' };
    const kept = { ...query, seller: '5e11e700-0000-4000-8000-000000000001', status: 'all', sort: 'newest' };
    expect(TicketSearch.parse({ ...kept, quantity: '2' })).toEqual({ ...kept, quantity: 2, limit: 20 });
  });

  test.each([
    ['minPrice', ''],
    ['minPrice', '0'],
    ['minPrice', '-1'],
    ['minPrice', '12.5'],
    ['minPrice', '1e15'],
    ['maxPrice', 'cheap'],
    ['maxPrice', 'Infinity'],
    ['maxPrice', ['1', '2']],
    ['limit', '0'],
    ['limit', '101'],
    ['limit', '1.5'],
    ['limit', 'all'],
    ['limit', '1e1'],
    ['limit', '0x10'],
    ['limit', '+10'],
    ['limit', ' 10'],
    ['limit', ''],
    ['limit', '٢٠'],
    ['limit', 10],
    ['limit', ['10']],
    ['minPrice', ['1']],
    ['minPrice', true],
    ['minPrice', '9'.repeat(10_000)],
    ['limit', ['1', '2']],
    ['q', ['a', 'b']],
    ['q', { $gt: '' }],
    ['q', 'x'.repeat(201)],
    ['q', 'x'.repeat(10_000)],
    ['city', 'x'.repeat(81)],
    ['from', ''],
    ['from', '2027-02-30'],
    ['to', '2027-03-01T00:00:00Z'],
    ['quantity', '0'],
    ['quantity', '21'],
    ['quantity', 'two'],
    ['seller', 'me'],
    ['status', 'sold'],
    ['sort', 'best'],
    ['sort', 'constructor'],
    ['cursor', 'x'.repeat(501)],
  ])('is refused with %s = %j', (field, value) => {
    expect(TicketSearch.safeParse({ [field]: value }).error?.issues.map(({ path }) => path)).toEqual([[field]]);
  });

  test.each(['$where', 'q[$gt]', 'offset', 'sellerId', '__proto__'])('knows no %s', (field) => {
    const query = Object.defineProperty({}, field, { value: '1', enumerable: true });
    expect(TicketSearch.safeParse(query).error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: [field] }]);
  });
});
