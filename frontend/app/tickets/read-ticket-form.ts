import { type Currency, MAX_AMOUNT, MAX_QUANTITY, parseAmount, TicketInput, TimeZoneInput } from '@boxoffice/contracts';
import { amountExample } from '../../lib/amount-example.ts';
import { fieldErrors } from '../../lib/field-errors.ts';
import { formatMoney } from '../../lib/format-money.ts';
import { Remark } from '../../lib/remark.ts';
import { toInstant } from '../../lib/show-time.ts';
import type { Words } from '../../lib/words.ts';

export type ReadTicket = { input: TicketInput; errors?: never } | { input?: never; errors: Record<string, string> };

const optional = ['venue', 'city', 'section', 'row', 'seat'] as const;

/** Reads the form of a listing, as a person fills it in, into the body that the API takes. */
export function readTicketForm(form: FormData, currency: Currency, words: Words): ReadTicket {
  const errors: Record<string, string> = {};
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const attempt = (name: string, convert: () => unknown) => {
    try {
      return convert();
    } catch (error) {
      if (!(error instanceof Remark)) throw error;
      errors[name] = error.in(words.t);
      return undefined;
    }
  };

  const startsAt = text('startsAt');
  const candidate: Record<string, unknown> = {
    title: text('title'),
    price: { amount: attempt('price', () => readPrice(text('price'), currency, words)), currency },
    quantity: attempt('quantity', () => readQuantity(text('quantity'))),
  };
  for (const name of optional) if (text(name) !== '') candidate[name] = text(name);
  if (startsAt !== '') {
    candidate.timeZone = text('timeZone');
    const known = TimeZoneInput.safeParse(candidate.timeZone).success;
    candidate.startsAt = attempt('startsAt', () => toInstant(startsAt, known ? text('timeZone') : 'UTC'));
  }

  const parsed = TicketInput.safeParse(candidate);
  if (parsed.success && Object.keys(errors).length === 0) return { input: parsed.data };
  if (parsed.error)
    for (const [name, remark] of Object.entries(fieldErrors(parsed.error, words.t))) errors[name] ??= remark;
  // What follows from a missing moment is said at the moment already.
  if (errors.startsAt) delete errors.timeZone;
  return { errors };
}

function readPrice(text: string, currency: Currency, words: Words): number {
  const amount = parseAmount(text, currency);
  if (amount === undefined) throw new Remark('amount', { example: amountExample(currency, words) });
  if (amount < 1) throw new Remark('zero');
  if (amount > MAX_AMOUNT)
    throw new Remark('tooDear', { max: formatMoney({ amount: MAX_AMOUNT, currency }, words.locale) });
  return amount;
}

function readQuantity(text: string): number {
  if (!/^\d{1,2}$/.test(text) || Number(text) < 1 || Number(text) > MAX_QUANTITY)
    throw new Remark('quantity', { max: MAX_QUANTITY });
  return Number(text);
}
