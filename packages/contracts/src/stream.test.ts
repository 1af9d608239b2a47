import { describe, expect, test } from 'vitest';
import { MAX_FOLLOWED, StreamChange, StreamQuery } from './stream.ts';

const id = '71c4e700-0000-4000-8000-000000000001';

describe('what to follow', () => {
  test('is read from the text of the query', () => {
    const query = { tickets: `${id},${id}`, orders: 'mine', after: '7' };
    expect(StreamQuery.parse(query)).toEqual({ tickets: [id, id], orders: 'mine', after: 7 });
  });

  test('may be as many tickets as a page has', () => {
    const many = (number: number) => ({ tickets: Array.from({ length: number }, () => id).join() });
    expect(StreamQuery.parse(many(MAX_FOLLOWED)).tickets).toHaveLength(MAX_FOLLOWED);
    expect(StreamQuery.safeParse(many(MAX_FOLLOWED + 1)).success).toBe(false);
  });

  test.each([
    [{}],
    [{ after: '7' }],
    [{ tickets: '' }],
    [{ tickets: `${id},` }],
    [{ tickets: [id] }],
    [{ orders: 'all' }],
    [{ orders: 'mine', after: '1.5' }],
    [{ orders: 'mine', userId: id }],
  ])('is refused as %j', (query) => {
    expect(StreamQuery.safeParse(query).success).toBe(false);
  });
});

test('a change of an order names neither its buyer nor its ticket', () => {
  const change = { kind: 'order', position: 1, at: '2027-01-01T12:00:00.000Z', orderId: id, status: 'paid' };
  expect(StreamChange.parse({ ...change, buyerId: id, ticketId: id })).toEqual(change);
});
