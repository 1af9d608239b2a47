'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useHydrated } from '../lib/use-hydrated.ts';
import { TextField, type TextFieldProps } from './field.tsx';
import styles from './password-field.module.css';

/** No `maxLength`: it would cut off what is pasted, without a word. */
interface PasswordFieldProps extends Omit<TextFieldProps, 'type' | 'autoComplete' | 'maxLength'> {
  /** Tells password managers whether to fill in the one that they know or to make a new one. */
  autoComplete: 'current-password' | 'new-password';
}

/** A password, hidden until its writer wants to see it. */
export function PasswordField(props: PasswordFieldProps) {
  const t = useTranslations();
  const runs = useHydrated();
  const [isShown, setShown] = useState(false);
  return (
    <div className={styles.password}>
      <TextField
        {...props}
        type={isShown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        dir="ltr"
        required
      />
      {runs && (
        <button type="button" aria-controls={props.id ?? props.name} onClick={() => setShown(!isShown)}>
          {t(isShown ? 'form.hidePassword' : 'form.showPassword')}
        </button>
      )}
    </div>
  );
}
