'use server';

import { Id, Pay } from '@boxoffice/contracts';
import { refresh } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { api } from '../../../lib/api.ts';
import type { FormState } from '../../../lib/form-state.ts';
import { getWords } from '../../../lib/get-words.ts';
import { invalid, refused } from '../../../lib/refusal.ts';
import { signInFirst } from '../../../lib/sign-in-first.ts';
import { keyOf } from '../../../lib/typed-in.ts';

export async function pay(before: FormState, form: FormData): Promise<FormState> {
  const orderId = Id.safeParse(form.get('orderId')).data ?? notFound();
  const { t } = await getWords();
  const payment = Pay.safeParse({ orderId, paymentMethod: form.get('paymentMethod') });
  if (!payment.success) return invalid(before, form, { paymentMethod: t('remark.howToPay') }, t);
  try {
    await api.pay(payment.data, keyOf(form));
  } catch (problem) {
    signInFirst(problem, `/orders/${orderId}`);
    refresh();
    return refused(before, form, problem, t);
  }
  redirect(`/orders/${orderId}`);
}

export async function cancel(before: FormState, form: FormData): Promise<FormState> {
  const orderId = Id.safeParse(form.get('orderId')).data ?? notFound();
  try {
    await api.cancelOrder(orderId);
  } catch (problem) {
    signInFirst(problem, `/orders/${orderId}`);
    refresh();
    return refused(before, form, problem, (await getWords()).t);
  }
  redirect(`/orders/${orderId}`);
}
