'use server';

import { SignUp } from '@boxoffice/contracts';
import { redirect } from 'next/navigation';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/field-errors.ts';
import type { FormState } from '../../lib/form-state.ts';
import { getWords } from '../../lib/get-words.ts';
import { invalid, refused } from '../../lib/refusal.ts';
import { safeNext } from '../../lib/safe-next.ts';
import { keyOf } from '../../lib/typed-in.ts';

export async function signUp(before: FormState, form: FormData): Promise<FormState> {
  const input = SignUp.safeParse({ email: form.get('email'), password: form.get('password') });
  const { t } = await getWords();
  if (!input.success) return invalid(before, form, fieldErrors(input.error, t), t);
  try {
    await api.signUp(input.data, keyOf(form));
  } catch (problem) {
    return refused(before, form, problem, t);
  }
  redirect(safeNext(form.get('next')));
}
