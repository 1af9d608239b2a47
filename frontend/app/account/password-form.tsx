'use client';

import { useTranslations } from 'next-intl';
import { FormMessage } from '../../components/form-message.tsx';
import { NewPasswordField } from '../../components/new-password-field.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { SubmitButton } from '../../components/submit-button.tsx';
import { useFormAction } from '../../lib/use-form-action.ts';
import { changePassword } from './actions.ts';

interface PasswordFormProps {
  email: string;
  idempotencyKey: string;
  minLength: number;
}

export function PasswordForm({ email, idempotencyKey, minLength }: PasswordFormProps) {
  const [state, action] = useFormAction(changePassword);
  const t = useTranslations();
  return (
    <form action={action} className="stack">
      <FormMessage state={state} />
      <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? idempotencyKey} />
      {/* Password managers file the new password by it. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordField
        name="password"
        label={t('yourAccount.passwordNow')}
        autoComplete="current-password"
        error={state.errors?.password}
      />
      <NewPasswordField
        key={state.attempt}
        name="newPassword"
        label={t('yourAccount.newPassword')}
        minLength={minLength}
        email={email}
        error={state.errors?.newPassword}
      />
      <div>
        <SubmitButton pending={t('yourAccount.changing')} className="">
          {t('yourAccount.change')}
        </SubmitButton>
      </div>
    </form>
  );
}
