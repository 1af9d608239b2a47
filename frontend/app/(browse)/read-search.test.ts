import { TicketSearch } from '@boxoffice/contracts';
import { describe, expect, test } from 'vitest';
import { english } from '../../lib/testing/words.ts';
import { readSearch } from './read-search.ts';
import { searchHref } from './search-href.ts';

const euros = { currency: 'EUR', feeBasisPoints: 0 } as const;

describe('the query to the API', () => {
  test('has prices in minor units and all that was typed', () => {
    const { query, errors } = readSearch(
      { q: ' jazz ', min: '12.50', max: '80', city: 'Berlin', from: '2027-03-01', to: '2027-03-31', sort: 'cheapest' },
      euros,
      english,
    );
    expect(errors).toEqual({});
    expect(Object.fromEntries(query)).toEqual({
      q: 'jazz',
      minPrice: '1250',
      maxPrice: '8000',
      city: 'Berlin',
      from: '2027-03-01',
      to: '2027-03-31',
      sort: 'cheapest',
    });
  });

  test.each([
    [{ q: 'x'.repeat(201) }, 'q'],
    [{ min: 'cheap' }, 'min'],
    [{ min: '-1' }, 'min'],
    [{ max: '1e5' }, 'max'],
    [{ max: '0' }, 'max'],
    [{ max: '9999999999' }, 'max'],
    [{ max: '1.234' }, 'max'],
    [{ min: '20', max: '10' }, 'max'],
    [{ from: 'tomorrow' }, 'from'],
    [{ to: '2027-02-29' }, 'to'],
    [{ from: '2027-03-02', to: '2027-03-01' }, 'to'],
    [{ city: 'x'.repeat(81) }, 'city'],
  ] as const)('leaves out what makes no sense and says so: %j', (params, field) => {
    const { query, errors } = readSearch(params, euros, english);
    expect(Object.keys(errors)).toEqual([field]);
    expect(TicketSearch.safeParse(Object.fromEntries(query)).success).toBe(true);
  });

  test('decimals follow the currency of the market', () => {
    expect(readSearch({ min: '500' }, { currency: 'JPY', feeBasisPoints: 0 }, english).query.get('minPrice')).toBe(
      '500',
    );
    expect(readSearch({ min: '500.5' }, { currency: 'JPY', feeBasisPoints: 0 }, english).errors.min).toContain(
      'Must be an amount',
    );
    expect(readSearch({ min: '0.125' }, { currency: 'KWD', feeBasisPoints: 0 }, english).query.get('minPrice')).toBe(
      '125',
    );
  });

  test("asks for the sellers' prices that come to what was typed, fee included", () => {
    const { query } = readSearch({ min: '52.50', max: '105' }, { currency: 'EUR', feeBasisPoints: 500 }, english);
    expect(query.get('minPrice')).toBe('5000');
    expect(query.get('maxPrice')).toBe('10000');
  });

  test('from nothing up means no lower bound', () => {
    const { query, errors } = readSearch({ min: '0' }, euros, english);
    expect(errors).toEqual({});
    expect(query.has('minPrice')).toBe(false);
  });

  test('an unknown order is the usual one, and a value given twice counts once', () => {
    const { query, sort } = readSearch({ sort: 'sideways', q: ['rock', 'jazz'] }, euros, english);
    expect(sort).toBe('soonest');
    expect(query.get('q')).toBe('rock');
  });
});

describe('links to other searches', () => {
  test('keep what was typed, change one thing, and start at the first page', () => {
    expect(searchHref({ q: 'jazz', city: 'Berlin' }, { city: 'Köln' })).toBe('/?q=jazz&city=K%C3%B6ln');
  });

  test('drop what is taken away', () => {
    expect(searchHref({ q: 'jazz', city: 'Berlin' }, { city: undefined, q: undefined })).toBe('/');
  });
});
