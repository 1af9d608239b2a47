'use server';

import { SignIn } from '@boxoffice/contracts';
import { redirect } from 'next/navigation';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/field-errors.ts';
import type { FormState } from '../../lib/form-state.ts';
import { getWords } from '../../lib/get-words.ts';
import { invalid, refused } from '../../lib/refusal.ts';
import { safeNext } from '../../lib/safe-next.ts';

export async function signIn(before: FormState, form: FormData): Promise<FormState> {
  const input = SignIn.safeParse({ email: form.get('email'), password: form.get('password') });
  const { t } = await getWords();
  if (!input.success) return invalid(before, form, fieldErrors(input.error, t), t);
  try {
    await api.signIn(input.data);
  } catch (problem) {
    return refused(before, form, problem, t);
  }
  redirect(safeNext(form.get('next')));
}
