import { InvalidInput } from '@boxoffice/common';
import { NOW } from '@boxoffice/common/testing';
import { describe, expect, test } from 'vitest';
import { details, market, price } from '../controls.ts';
import { offerOf } from './offer.ts';

describe('an offer', () => {
  test('is of this market and before the show', () => {
    expect(offerOf({ ...details, price }, market, NOW)).toEqual({ details, price });
  });

  test('may be of a show without a date', () => {
    const { startsAt: _, timeZone: _zone, ...undated } = details;
    expect(offerOf({ ...undated, price }, market, NOW)).toEqual({ details: undated, price });
  });

  test.each([
    ['another currency', { price: { ...price, currency: 'USD' as const } }, 'price.currency'],
    ['a show that begins now', { startsAt: NOW }, 'startsAt'],
    ['a show that has begun', { startsAt: '2026-12-31T23:59:59.999Z' }, 'startsAt'],
  ])('is refused: %s', (_, wrong, field) => {
    const offer = () => offerOf({ ...details, price, ...wrong }, market, NOW);
    expect(offer).toThrow(InvalidInput);
    expect(offer).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ field })] }));
  });
});
