'use client';

import type { PaymentMethodsReply } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { FormMessage } from '../../../components/form-message.tsx';
import { SubmitButton } from '../../../components/submit-button.tsx';
import { useFormAction } from '../../../lib/use-form-action.ts';
import { pay } from './actions.ts';

interface PayFormProps {
  orderId: string;
  /** What will be taken, in words. */
  total: string;
  methods: readonly (PaymentMethodsReply['methods'][number] & { line?: string | undefined })[];
  idempotencyKey: string;
  /** Whether it can be paid. When not, the reason of a refusal still shows. */
  open: boolean;
}

export function PayForm({ orderId, total, methods, idempotencyKey, open }: PayFormProps) {
  const [state, action] = useFormAction(pay);
  const t = useTranslations();
  if (!open && state.message === undefined) return null;
  const testing = methods.every(({ test }) => test);
  const chosen = state.values?.paymentMethod ?? methods[0]?.id;
  return (
    <form action={action} className="stack">
      <FormMessage state={state} />
      {open && (
        <>
          <input type="hidden" name="orderId" value={orderId} />
          <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? idempotencyKey} />
          <fieldset className="choices">
            <legend>{t('form.howToPay')}</legend>
            {testing && <p className="small soft">{t('form.testing')}</p>}
            {methods.map(({ id, name, test, line }) => (
              <label key={id} className="choice">
                <input type="radio" name="paymentMethod" value={id} defaultChecked={id === chosen} required />
                <span>
                  {name}
                  {test && !testing && <span className="small soft">{t('form.testMethod')}</span>}
                  {line && <span className="small soft line">{line}</span>}
                </span>
              </label>
            ))}
          </fieldset>
          <SubmitButton pending={t('form.paying')} className="primary wide">
            {t('form.pay', { total })}
          </SubmitButton>
        </>
      )}
    </form>
  );
}
