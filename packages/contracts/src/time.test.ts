import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Day, Instant, InstantInput, TimeZone, TimeZoneInput } from './time.ts';

describe('a moment that people send', () => {
  test.each([
    ['2027-03-01T19:30:00Z', '2027-03-01T19:30:00.000Z'],
    ['2027-03-01T19:30:00+01:00', '2027-03-01T18:30:00.000Z'],
    ['2027-03-01T19:30:00-05:30', '2027-03-02T01:00:00.000Z'],
    ['2027-03-01T00:30:00+14:00', '2027-02-28T10:30:00.000Z'],
    ['2027-03-01T19:30:00.123456Z', '2027-03-01T19:30:00.123Z'],
    ['2028-02-29T10:00:00Z', '2028-02-29T10:00:00.000Z'],
  ])('%s is %s', (sent, kept) => {
    expect(InstantInput.parse(sent)).toBe(kept);
  });

  test.each([
    ['2027-02-30T10:00:00Z', 'a day that February does not have'],
    ['2027-02-29T10:00:00Z', 'no leap year'],
    ['1900-02-29T10:00:00Z', 'no leap year either'],
    ['2027-04-31T10:00:00Z', 'a day that April does not have'],
    ['2027-13-01T10:00:00Z', 'a thirteenth month'],
    ['2027-03-00T10:00:00Z', 'day zero'],
    ['2027-03-01T24:00:00Z', 'hour 24'],
    ['2027-03-01T19:60:00Z', 'minute 60'],
    ['2027-03-01T19:30:60Z', 'a leap second'],
    ['2027-03-01T19:30:00+24:00', 'an offset of a day'],
    ['2027-03-01T19:30:00', 'no offset'],
    ['2027-03-01', 'no time'],
    ['9999-12-31T23:59:59-14:00', 'a year of five digits'],
    ['1. 3. 2027', 'another notation'],
    ['', 'nothing'],
    [1_803_929_400_000, 'a number'],
    [{ $gt: '' }, 'an object'],
  ])('%j is refused: %s', (sent, _) => {
    expect(InstantInput.safeParse(sent).success).toBe(false);
  });

  test('is the same moment afterwards', () => {
    const date = fc.date({ noInvalidDate: true, min: new Date('1000-01-02'), max: new Date('9999-12-30') });
    const offset = fc.integer({ min: -14 * 60 + 1, max: 14 * 60 - 1 });
    fc.assert(
      fc.property(date, offset, (moment, minutes) => {
        const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
        const zone = `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
        expect(InstantInput.parse(local + zone)).toBe(moment.toISOString());
      }),
    );
  });
});

describe('a stored moment', () => {
  test.each(['2027-03-01T19:30:00Z', '2027-03-01T19:30:00.000+01:00', '2027-02-30T19:30:00.000Z', '2027-03-01'])(
    '%s is none',
    (text) => {
      expect(Instant.safeParse(text).success).toBe(false);
    },
  );

  test('sorts as text', () => {
    const date = fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') });
    fc.assert(
      fc.property(date, date, (one, other) => {
        const [left, right] = [Instant.parse(one.toISOString()), Instant.parse(other.toISOString())];
        expect(left < right).toBe(one < other);
      }),
    );
  });
});

describe('a day', () => {
  test.each(['2027-03-01', '2028-02-29'])('%s is one', (day) => {
    expect(Day.parse(day)).toBe(day);
  });

  test.each(['2027-02-29', '2027-02-30', '2027-3-1', '2027-03-01T00:00:00Z', '', 'today'])('%j is none', (day) => {
    expect(Day.safeParse(day).error?.issues[0]?.message).toBe('must be a day that exists, as 2027-03-01');
  });
});

describe('a time zone', () => {
  test.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'Etc/GMT+5', 'UTC'])(
    '%s is one',
    (name) => {
      expect(TimeZoneInput.parse(name)).toBe(name);
    },
  );

  test.each(['Mars/Olympus', 'GMT+5', '+01:00', '', 'Europe/Berlin\n', '__proto__', 'constructor', 'x'.repeat(10_000)])(
    '%j is none',
    (name) => {
      const message = 'must be an IANA time zone, as Europe/Berlin';
      expect(TimeZoneInput.safeParse(name).error?.issues[0]?.message).toBe(message);
    },
  );

  test('that a later machine does not know any more can still be read from the log', () => {
    expect(TimeZone.parse('Mars/Olympus')).toBe('Mars/Olympus');
  });
});
