'use client';

import { useTranslations } from 'next-intl';
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
  const t = useTranslations();
  return (
    <form action={action} className="panel stack">
      <FormMessage state={state} />
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? idempotencyKey} />
      <TextField
        name="email"
        label={t('form.email')}
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        defaultValue={state.values?.email}
        error={state.errors?.email}
      />
      <TextField
        name="password"
        label={t('form.password')}
        type="password"
        autoComplete="new-password"
        required
        minLength={password.min}
        maxLength={password.max}
        hint={t('form.passwordHint', { min: password.min })}
        error={state.errors?.password}
      />
      <SubmitButton pending={t('form.creatingAccount')}>{t('form.createAccount')}</SubmitButton>
    </form>
  );
}
