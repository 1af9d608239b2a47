import type { Messages } from 'next-intl';
import type { Translate } from './words.ts';

type RemarkKey = keyof Messages['remark'];
type Values = Record<string, string | number>;

/** What is wrong with a thing that somebody typed, by the key of its words. */
export class Remark extends RangeError {
  readonly key: RemarkKey;
  readonly values: Values;

  constructor(key: RemarkKey, values: Values = {}) {
    super(key);
    this.name = 'Remark';
    this.key = key;
    this.values = values;
  }

  in(t: Translate): string {
    return t(`remark.${this.key}`, this.values);
  }
}

/** What contracts and the API say of a field, in English, and the keys of the same in the reader's language. */
const known: readonly (readonly [said: RegExp, key: RemarkKey])[] = [
  [/^must not be empty$/, 'empty'],
  [/^must be (?<max>\d+) characters or fewer$/, 'tooLong'],
  [/^must be (?<min>\d+) characters or more$/, 'tooShort'],
  [/^must not contain control characters$/, 'controls'],
  [/^must be an e-mail address$/, 'email'],
  [/^has an account already$/, 'taken'],
  [/^is one of the most used passwords$/, 'commonPassword'],
  [/^is a word of this market/, 'marketPassword'],
  [/^has too few different characters$/, 'monotonous'],
  [/^is your address$/, 'addressPassword'],
  [/^must be more than zero$/, 'zero'],
  [/^must be a day that exists/, 'day'],
  [/^must be a date and time that exist/, 'moment'],
  [/^must be in the future$/, 'past'],
  [/^must be within the next five years$/, 'farOff'],
  [/^must be an IANA time zone/, 'timeZone'],
  [/^startsAt and timeZone belong together/, 'timeZone'],
  [/^must be a payment method/, 'howToPay'],
];

/** The remark of a contract or of the API in the reader's words. */
export function remarkOf(said: string, t: Translate): string {
  for (const [pattern, key] of known) {
    const match = pattern.exec(said);
    if (match) return new Remark(key, match.groups).in(t);
  }
  return t('remark.other');
}
