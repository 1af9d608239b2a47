'use server';

import { redirect } from 'next/navigation';
import { api } from '../../../lib/api.ts';
import { getWords } from '../../../lib/get-words.ts';
import { invalid, refused } from '../../../lib/refusal.ts';
import { keyOf } from '../../../lib/typed-in.ts';
import { isPreview, type ListingState, previewed } from '../listing-state.ts';
import { readTicketForm } from '../read-ticket-form.ts';

export async function listTicket(before: ListingState, form: FormData): Promise<ListingState> {
  const words = await getWords();
  let id: string;
  try {
    const { currency } = await api.market();
    const { input, errors } = readTicketForm(form, currency, words);
    if (errors) return invalid(before, form, errors, words.t);
    if (isPreview(form)) return previewed(before, form, input);
    ({ id } = await api.listTicket(input, keyOf(form)));
  } catch (problem) {
    return refused(before, form, problem, words.t);
  }
  redirect(`/tickets/${id}?done=listed`);
}
