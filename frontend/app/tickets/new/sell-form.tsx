'use client';

import type { Currency } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormMessage } from '../../../components/form-message.tsx';
import { SubmitButton } from '../../../components/submit-button.tsx';
import { untouched } from '../../../lib/form-state.ts';
import { TicketFields } from '../ticket-fields.tsx';
import { listTicket } from './actions.ts';

interface SellFormProps {
  currency: Currency;
  payout: string;
  timeZones: readonly string[];
  timeZone: string;
  idempotencyKey: string;
}

export function SellForm({ currency, payout, timeZones, timeZone, idempotencyKey }: SellFormProps) {
  const [state, action] = useActionState(listTicket, untouched);
  const t = useTranslations();
  const values = state.values ?? { timeZone, quantity: '1' };
  return (
    <form action={action} className="panel stack-l">
      <FormMessage state={state} />
      <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? idempotencyKey} />
      <TicketFields values={values} errors={state.errors} currency={currency} payout={payout} timeZones={timeZones} />
      <SubmitButton pending={t('listing.listing')}>{t('listing.list')}</SubmitButton>
    </form>
  );
}
