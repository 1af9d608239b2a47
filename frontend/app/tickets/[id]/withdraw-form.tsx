'use client';

import { useTranslations } from 'next-intl';
import { FormMessage } from '../../../components/form-message.tsx';
import { SubmitButton } from '../../../components/submit-button.tsx';
import { useFormAction } from '../../../lib/use-form-action.ts';
import { withdraw } from './actions.ts';

/** Asks once more before it does what cannot be undone, without scripts too. */
export function WithdrawForm({ ticketId, open }: { ticketId: string; open: boolean }) {
  const [state, action] = useFormAction(withdraw);
  const t = useTranslations();
  if (!open && state.message === undefined) return null;
  return (
    <form action={action} className="stack">
      <FormMessage state={state} />
      {open && (
        <details>
          <summary>{t('form.withdrawAsk')}</summary>
          <div className="stack">
            <p className="small soft">{t('form.withdrawWarning')}</p>
            <input type="hidden" name="ticketId" value={ticketId} />
            <SubmitButton pending={t('form.withdrawing')} className="danger wide">
              {t('form.withdraw')}
            </SubmitButton>
          </div>
        </details>
      )}
    </form>
  );
}
