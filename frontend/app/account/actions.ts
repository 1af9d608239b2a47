'use server';

import { ChangePassword, Id, PasswordConfirmation } from '@boxoffice/contracts';
import { refresh } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/field-errors.ts';
import type { FormState } from '../../lib/form-state.ts';
import { getWords } from '../../lib/get-words.ts';
import { invalid } from '../../lib/refusal.ts';
import { signInFirst } from '../../lib/sign-in-first.ts';
import { keyOf } from '../../lib/typed-in.ts';
import { refusedHere } from './wrong-password.ts';

export async function changePassword(before: FormState, form: FormData): Promise<FormState> {
  const input = ChangePassword.safeParse({ password: form.get('password'), newPassword: form.get('newPassword') });
  const { t } = await getWords();
  if (!input.success) return invalid(before, form, fieldErrors(input.error, t), t);
  try {
    await api.changePassword(input.data, keyOf(form));
  } catch (problem) {
    signInFirst(problem, '/account');
    return refusedHere(before, form, problem, t);
  }
  redirect('/account?done=password');
}

export async function endSession(before: FormState, form: FormData): Promise<FormState> {
  const id = Id.safeParse(form.get('sessionId')).data ?? notFound();
  const input = PasswordConfirmation.safeParse({ password: form.get('password') });
  const { t } = await getWords();
  if (!input.success) return invalid(before, form, fieldErrors(input.error, t), t);
  try {
    await api.endSession(id, input.data);
  } catch (problem) {
    signInFirst(problem, '/account');
    refresh();
    return refusedHere(before, form, problem, t);
  }
  redirect('/account?done=session');
}
