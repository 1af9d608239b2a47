'use server';

import { redirect } from 'next/navigation';
import { api } from '../../../lib/api.ts';
import type { FormState } from '../../../lib/form-state.ts';
import { invalid, keyOf, refused } from '../../../lib/refusal.ts';
import { readTicketForm } from '../read-ticket-form.ts';

export async function listTicket(before: FormState, form: FormData): Promise<FormState> {
  let id: string;
  try {
    const { currency } = await api.market();
    const { input, errors } = readTicketForm(form, currency);
    if (errors) return invalid(before, form, errors);
    ({ id } = await api.listTicket(input, keyOf(form)));
  } catch (problem) {
    return refused(before, form, problem);
  }
  redirect(`/tickets/${id}?done=listed`);
}
