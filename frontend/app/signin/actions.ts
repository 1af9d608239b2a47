'use server';

import { SignIn } from '@boxoffice/contracts';
import { redirect } from 'next/navigation';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/field-errors.ts';
import type { FormState } from '../../lib/form-state.ts';
import { invalid, refused } from '../../lib/refusal.ts';
import { safeNext } from '../../lib/safe-next.ts';

export async function signIn(before: FormState, form: FormData): Promise<FormState> {
  const input = SignIn.safeParse({ email: form.get('email'), password: form.get('password') });
  if (!input.success) return invalid(before, form, fieldErrors(input.error));
  try {
    await api.signIn(input.data);
  } catch (problem) {
    return refused(before, form, problem);
  }
  redirect(safeNext(form.get('next')));
}
