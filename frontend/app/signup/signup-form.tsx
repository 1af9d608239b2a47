'use client';

import { useActionState } from 'react';
import { TextField } from '../../components/field.tsx';
import { FormMessage } from '../../components/form-message.tsx';
import { SubmitButton } from '../../components/submit-button.tsx';
import { untouched } from '../../lib/form-state.ts';
import { signUp } from './actions.ts';

interface SignUpFormProps {
  next: string;
  idempotencyKey: string;
  password: { min: number; max: number };
}

export function SignUpForm({ next, idempotencyKey, password }: SignUpFormProps) {
  const [state, action] = useActionState(signUp, untouched);
  return (
    <form action={action} className="panel stack">
      <FormMessage state={state} />
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? idempotencyKey} />
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        defaultValue={state.values?.email}
        error={state.errors?.email}
      />
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        required
        minLength={password.min}
        maxLength={password.max}
        hint={`At least ${password.min} characters. A few words in a row are easy to remember and hard to guess.`}
        error={state.errors?.password}
      />
      <SubmitButton pending="Creating your account…">Create account</SubmitButton>
    </form>
  );
}
