'use client';

import type { Currency } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormMessage } from '../../../../components/form-message.tsx';
import { PageLink } from '../../../../components/page-link.tsx';
import { SubmitButton } from '../../../../components/submit-button.tsx';
import { untouched } from '../../../../lib/form-state.ts';
import { TicketFields } from '../../ticket-fields.tsx';
import { changeTicket } from './actions.ts';

interface EditFormProps {
  ticketId: string;
  revision: number;
  values: Readonly<Record<string, string>>;
  currency: Currency;
  payout: string;
  timeZones: readonly string[];
}

export function EditForm({ ticketId, revision, values, currency, payout, timeZones }: EditFormProps) {
  const [state, action] = useActionState(changeTicket, untouched);
  const t = useTranslations();
  return (
    <form action={action} className="panel stack-l">
      <FormMessage state={state} />
      <input type="hidden" name="ticketId" value={ticketId} />
      <input type="hidden" name="revision" value={state.values?.revision ?? revision} />
      <TicketFields
        key={revision}
        values={state.values ?? values}
        errors={state.errors}
        currency={currency}
        payout={payout}
        timeZones={timeZones}
      />
      <div className="row">
        <SubmitButton pending={t('listing.saving')}>{t('listing.save')}</SubmitButton>
        <PageLink className="button" href={`/tickets/${ticketId}`}>
          {t('listing.leave')}
        </PageLink>
      </div>
    </form>
  );
}
