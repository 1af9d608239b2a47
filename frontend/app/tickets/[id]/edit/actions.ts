'use server';

import { Id } from '@boxoffice/contracts';
import { refresh } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { ApiProblem } from '../../../../lib/api/problem.ts';
import { api } from '../../../../lib/api.ts';
import { getWords } from '../../../../lib/get-words.ts';
import { invalid, refused } from '../../../../lib/refusal.ts';
import { isPreview, type ListingState, previewed } from '../../listing-state.ts';
import { readTicketForm } from '../../read-ticket-form.ts';

export async function changeTicket(before: ListingState, form: FormData): Promise<ListingState> {
  const id = Id.safeParse(form.get('ticketId')).data ?? notFound();
  const words = await getWords();
  try {
    const { currency } = await api.market();
    const { input, errors } = readTicketForm(form, currency, words);
    if (errors) return invalid(before, form, errors, words.t);
    if (isPreview(form)) return previewed(before, form, input);
    await api.changeTicket(id, input, Number(form.get('revision')));
  } catch (problem) {
    const state = refused(before, form, problem, words.t);
    if (!(problem instanceof ApiProblem) || problem.code !== 'revision-stale') return state;
    refresh();
    // Without what was typed, the form shows the listing as it is now.
    const { values: _, ...fresh } = state;
    return fresh;
  }
  redirect(`/tickets/${id}?done=changed`);
}
