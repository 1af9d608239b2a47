'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '../../components/field.tsx';
import { FormMessage } from '../../components/form-message.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { SubmitButton } from '../../components/submit-button.tsx';
import { useFormAction } from '../../lib/use-form-action.ts';
import { signIn } from './actions.ts';

export function SignInForm({ next }: { next: string }) {
  const [state, action] = useFormAction(signIn);
  const t = useTranslations();
  return (
    <form action={action} className="panel stack">
      <FormMessage state={state} />
      <input type="hidden" name="next" value={next} />
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
      <PasswordField
        name="password"
        label={t('form.password')}
        autoComplete="current-password"
        error={state.errors?.password}
      />
      <SubmitButton pending={t('form.signingIn')}>{t('form.signIn')}</SubmitButton>
    </form>
  );
}
