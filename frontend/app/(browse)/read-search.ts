import {
  Amount,
  Day,
  MAX_QUANTITY,
  type MarketView,
  parseAmount,
  TicketSearch,
  TicketSort,
} from '@boxoffice/contracts';
import { amountExample } from '../../lib/amount-example.ts';
import { priceWithin } from '../../lib/cost.ts';
import { one, type SearchParams } from '../../lib/search-params.ts';
import type { Translate, Words } from '../../lib/words.ts';

/** Characters that the words of a search may have. */
export const MAX_WORDS = 200;

export const searchFields = ['q', 'min', 'max', 'city', 'from', 'to', 'quantity', 'sort'] as const;
export type SearchField = (typeof searchFields)[number];
/** What stands in the page's own query, as it was typed. */
export type TypedSearch = Partial<Record<SearchField, string>>;

type Rules = Pick<MarketView, 'currency' | 'feeBasisPoints'>;

export interface Search {
  typed: TypedSearch;
  sort: TicketSort;
  errors: Partial<Record<SearchField, string>>;
  /** What to ask the API: only what makes sense, so that one bad filter does not hide all tickets. */
  query: URLSearchParams;
}

/** Reads the page's query: prices in major units as people type them, and in all, as buyers see them. */
export function readSearch(params: SearchParams, market: Rules, words: Words): Search {
  const { t } = words;
  const typed: TypedSearch = {};
  for (const field of searchFields) {
    const value = one(params, field)?.trim();
    if (value) typed[field] = value;
  }
  const sort = TicketSort.catch('soonest').parse(typed.sort);
  const search: Search = { typed, sort, errors: {}, query: new URLSearchParams({ sort }) };
  readText(search, 'q', MAX_WORDS, t);
  readText(search, 'city', 80, t);
  readPrices(search, market, words);
  readDays(search, t);
  readQuantity(search, t);
  const cursor = one(params, 'cursor');
  if (cursor !== undefined && TicketSearch.shape.cursor.safeParse(cursor).success) search.query.set('cursor', cursor);
  return search;
}

function readText({ typed, errors, query }: Search, field: 'q' | 'city', max: number, t: Translate): void {
  const text = typed[field];
  if (text === undefined) return;
  if (text.length > max) errors[field] = t('remark.tooLong', { max });
  else query.set(field, text);
}

function readPrices({ typed, errors, query }: Search, { currency, feeBasisPoints }: Rules, words: Words): void {
  const amounts: { min?: number; max?: number } = {};
  for (const field of ['min', 'max'] as const) {
    const text = typed[field];
    const amount = text === undefined ? undefined : parseAmount(text, currency);
    if (text === undefined || (field === 'min' && amount === 0)) continue;
    if (Amount.safeParse(amount).success && amount !== undefined) amounts[field] = amount;
    else errors[field] = words.t('remark.amount', { example: amountExample(currency, words) });
  }
  if (amounts.min !== undefined && amounts.max !== undefined && amounts.min > amounts.max) {
    errors.max = words.t('remark.belowLowest');
    delete amounts.max;
  }
  // The API knows what sellers ask.
  const within = (amount: number) => priceWithin({ amount, currency }, feeBasisPoints);
  if (amounts.min !== undefined) query.set('minPrice', String(within(amounts.min - 1) + 1));
  if (amounts.max !== undefined) query.set('maxPrice', String(within(amounts.max)));
}

function readQuantity({ typed: { quantity }, errors, query }: Search, t: Translate): void {
  if (quantity === undefined || quantity === '1') return;
  if (TicketSearch.shape.quantity.safeParse(quantity).success) query.set('quantity', quantity);
  else errors.quantity = t('remark.quantity', { max: MAX_QUANTITY });
}

function readDays({ typed, errors, query }: Search, t: Translate): void {
  for (const field of ['from', 'to'] as const) {
    const day = typed[field];
    if (day === undefined) continue;
    if (!Day.safeParse(day).success) errors[field] = t('remark.day');
    else if (field === 'to' && day < (query.get('from') ?? '')) errors.to = t('remark.beforeFirstDay');
    else query.set(field, day);
  }
}
