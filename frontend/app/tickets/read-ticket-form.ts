import { type Currency, currencies, MAX_AMOUNT, parseAmount, TicketInput, TimeZoneInput } from '@boxoffice/contracts';
import { formatMoney } from '../../lib/format-money.ts';
import { toInstant } from '../../lib/show-time.ts';

export type ReadTicket = { input: TicketInput; errors?: never } | { input?: never; errors: Record<string, string> };

const optional = ['venue', 'city', 'section', 'row', 'seat'] as const;

/** Reads the form of a listing, as a person fills it in, into the body that the API takes. */
export function readTicketForm(form: FormData, currency: Currency): ReadTicket {
  const errors: Record<string, string> = {};
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const attempt = (name: string, convert: () => unknown) => {
    try {
      return convert();
    } catch (error) {
      errors[name] = error instanceof RangeError ? error.message : 'is not understood';
      return undefined;
    }
  };

  const startsAt = text('startsAt');
  const candidate: Record<string, unknown> = {
    title: text('title'),
    price: { amount: attempt('price', () => readPrice(text('price'), currency)), currency },
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
  for (const { path, message } of parsed.error?.issues ?? []) errors[String(path[0])] ??= message;
  // What follows from a missing moment is said at the moment already.
  if (errors.startsAt) delete errors.timeZone;
  return { errors };
}

function readPrice(text: string, currency: Currency): number {
  const amount = parseAmount(text, currency);
  if (amount === undefined) {
    throw new RangeError(`must be an amount, as ${currencies[currency] === 0 ? '45' : '45 or 12.50'}`);
  }
  if (amount < 1) throw new RangeError('must be more than zero');
  if (amount > MAX_AMOUNT) throw new RangeError(`must be ${formatMoney({ amount: MAX_AMOUNT, currency })} or less`);
  return amount;
}

function readQuantity(text: string): number {
  if (!/^\d{1,2}$/.test(text) || Number(text) < 1 || Number(text) > 20) throw new RangeError('must be from 1 to 20');
  return Number(text);
}
