'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PasswordField } from './password-field.tsx';
import { PasswordStrength } from './password-strength.tsx';

interface NewPasswordFieldProps {
  name: string;
  label: string;
  minLength: number;
  /** The address of its owner, where the form does not ask for it. */
  email?: string;
  error: string | undefined;
}

/** A password to be chosen: the rules in words, and how good it is while it is typed. */
export function NewPasswordField({ name, label, minLength, email, error }: NewPasswordFieldProps) {
  const t = useTranslations();
  const [typed, setTyped] = useState({ password: '', email: '' });
  return (
    <div>
      <PasswordField
        name={name}
        label={label}
        autoComplete="new-password"
        minLength={minLength}
        hint={t('form.passwordHint', { min: minLength })}
        error={error}
        onInput={({ currentTarget: { value, form } }) => {
          const address = form?.elements.namedItem('email');
          setTyped({ password: value, email: address instanceof HTMLInputElement ? address.value : '' });
        }}
      />
      <PasswordStrength password={typed.password} known={email ?? typed.email} />
    </div>
  );
}
