'use client';

import type { Money } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { FormMessage } from '../../../components/form-message.tsx';
import { SubmitButton } from '../../../components/submit-button.tsx';
import { useFormAction } from '../../../lib/use-form-action.ts';
import { reserve } from './actions.ts';

interface ReserveFormProps {
  ticketId: string;
  /** The price that is shown: should it be another by now, nothing is reserved. */
  price: Money;
  /** What the buyer will pay in all, in words. */
  total: string;
  idempotencyKey: string;
  /** Whether it can be reserved. When not, the reason of a refusal still shows. */
  open: boolean;
}

export function ReserveForm({ ticketId, price, total, idempotencyKey, open }: ReserveFormProps) {
  const [state, action] = useFormAction(reserve);
  const t = useTranslations();
  if (!open && state.message === undefined) return null;
  return (
    <form action={action} className="stack">
      <FormMessage state={state} />
      {open && (
        <>
          <input type="hidden" name="ticketId" value={ticketId} />
          <input type="hidden" name="amount" value={price.amount} />
          <input type="hidden" name="currency" value={price.currency} />
          <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? idempotencyKey} />
          <SubmitButton pending={t('form.reserving')} className="primary wide">
            {t('form.reserve', { total })}
          </SubmitButton>
        </>
      )}
    </form>
  );
}
