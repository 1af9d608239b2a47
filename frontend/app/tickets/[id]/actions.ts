'use server';

import { Id, PlaceOrder } from '@boxoffice/contracts';
import { refresh } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { api } from '../../../lib/api.ts';
import type { FormState } from '../../../lib/form-state.ts';
import { keyOf, refused } from '../../../lib/refusal.ts';
import { signInFirst } from '../../../lib/sign-in-first.ts';

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
    return refused(before, form, problem);
  }
  redirect(`/orders/${id}`);
}

export async function withdraw(before: FormState, form: FormData): Promise<FormState> {
  const id = Id.safeParse(form.get('ticketId')).data ?? notFound();
  try {
    await api.withdrawTicket(id);
  } catch (problem) {
    signInFirst(problem, `/tickets/${id}`);
    refresh();
    return refused(before, form, problem);
  }
  redirect(`/tickets/${id}`);
}
