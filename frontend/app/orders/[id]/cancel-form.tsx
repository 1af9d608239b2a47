'use client';

import { useTranslations } from 'next-intl';
import { FormMessage } from '../../../components/form-message.tsx';
import { SubmitButton } from '../../../components/submit-button.tsx';
import { useFormAction } from '../../../lib/use-form-action.ts';
import { cancel } from './actions.ts';

interface CancelFormProps {
  orderId: string;
  /** Whether it can be cancelled. When not, the reason of a refusal still shows. */
  open: boolean;
  /** A payment is under way. */
  isPaying: boolean;
}

export function CancelForm({ orderId, open, isPaying }: CancelFormProps) {
  const [state, action] = useFormAction(cancel);
  const t = useTranslations();
  if (!open && state.message === undefined) return null;
  return (
    <form action={action} className="stack">
      <FormMessage state={state} />
      {open && (
        <>
          <input type="hidden" name="orderId" value={orderId} />
          <SubmitButton pending={t('form.cancelling')} className="wide">
            {t('form.cancelOrder')}
          </SubmitButton>
          <p className="small soft">{t(isPaying ? 'form.cancelWhilePaying' : 'form.cancelHint')}</p>
        </>
      )}
    </form>
  );
}
