'use client';

import { useTranslations } from 'next-intl';
import { FormMessage } from '../../components/form-message.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { SubmitButton } from '../../components/submit-button.tsx';
import { useFormAction } from '../../lib/use-form-action.ts';
import { endSession } from './actions.ts';

/** Ends one session, after the password: who finds a browser open could lock its owner out. */
export function EndSessionForm({ sessionId }: { sessionId: string }) {
  const [state, action] = useFormAction(endSession);
  const t = useTranslations();
  // Without scripts the page is a new one: it shows the form again whose password was wrong.
  const isAskedAgain = state.attempt > 0 && state.values?.sessionId === sessionId;
  return (
    <details open={isAskedAgain || undefined}>
      <summary>{t('yourAccount.end')}</summary>
      <form action={action} className="stack">
        <FormMessage state={state} />
        <input type="hidden" name="sessionId" value={sessionId} />
        <PasswordField
          id={`password-${sessionId}`}
          name="password"
          label={t('form.password')}
          autoComplete="current-password"
          error={state.errors?.password}
        />
        <div>
          <SubmitButton pending={t('yourAccount.ending')} className="danger">
            {t('yourAccount.endIt')}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
