'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '../../components/field.tsx';
import { FormMessage } from '../../components/form-message.tsx';
import { NewPasswordField } from '../../components/new-password-field.tsx';
import { SubmitButton } from '../../components/submit-button.tsx';
import { useFormAction } from '../../lib/use-form-action.ts';
import { signUp } from './actions.ts';

interface SignUpFormProps {
  next: string;
  idempotencyKey: string;
  minLength: number;
}

export function SignUpForm({ next, idempotencyKey, minLength }: SignUpFormProps) {
  const [state, action] = useFormAction(signUp);
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
      <NewPasswordField
        key={state.attempt}
        name="password"
        label={t('form.password')}
        minLength={minLength}
        error={state.errors?.password}
      />
      <SubmitButton pending={t('form.creatingAccount')}>{t('form.createAccount')}</SubmitButton>
    </form>
  );
}
