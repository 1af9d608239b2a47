'use server';

import { Id, type Money, PlaceOrder } from '@boxoffice/contracts';
import { refresh } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { ApiProblem } from '../../../lib/api/problem.ts';
import { api } from '../../../lib/api.ts';
import type { FormState } from '../../../lib/form-state.ts';
import { getWords } from '../../../lib/get-words.ts';
import { refused } from '../../../lib/refusal.ts';
import { signInFirst } from '../../../lib/sign-in-first.ts';
import { keyOf } from '../../../lib/typed-in.ts';
import type { Words } from '../../../lib/words.ts';
import { priceChanged } from './price-changed.ts';

export async function reserve(before: FormState, form: FormData): Promise<FormState> {
  const order = PlaceOrder.safeParse({
    ticketId: form.get('ticketId'),
    expectedPrice: { amount: Number(form.get('amount')), currency: form.get('currency') },
  });
  if (!order.success) notFound();
  let id: string;
  try {
    ({ id } = await api.placeOrder(order.data, keyOf(form)));
  } catch (problem) {
    signInFirst(problem, `/tickets/${order.data.ticketId}`);
    refresh();
    const words = await getWords();
    const state = refused(before, form, problem, words.t);
    const message = await priceWords(problem, order.data, words);
    return message === undefined ? state : { ...state, message };
  }
  redirect(`/orders/${id}`);
}

/** What is known of the new price when that is why it was refused. */
async function priceWords(
  refusal: unknown,
  { ticketId, expectedPrice: seen }: { ticketId: string; expectedPrice?: Money | undefined },
  words: Words,
): Promise<string | undefined> {
  if (!(refusal instanceof ApiProblem) || refusal.code !== 'price-changed' || !seen) return undefined;
  try {
    const [{ price }, { feeBasisPoints }] = await Promise.all([api.ticket(ticketId), api.market()]);
    // A page that is a moment behind does not know the new price yet.
    return price.amount === seen.amount ? undefined : priceChanged(seen, price, feeBasisPoints, words);
  } catch (problem) {
    if (problem instanceof ApiProblem) return undefined;
    throw problem;
  }
}

export async function withdraw(before: FormState, form: FormData): Promise<FormState> {
  const id = Id.safeParse(form.get('ticketId')).data ?? notFound();
  try {
    await api.withdrawTicket(id);
  } catch (problem) {
    signInFirst(problem, `/tickets/${id}`);
    refresh();
    return refused(before, form, problem, (await getWords()).t);
  }
  redirect(`/tickets/${id}`);
}
