'use client';

import type { Currency, TicketInput } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { FormMessage } from '../../../../components/form-message.tsx';
import { PageLink } from '../../../../components/page-link.tsx';
import { SubmitButton } from '../../../../components/submit-button.tsx';
import { useFormAction } from '../../../../lib/use-form-action.ts';
import { ListingPreview } from '../../listing-preview.tsx';
import { PreviewButton } from '../../preview-button.tsx';
import { TicketFields } from '../../ticket-fields.tsx';
import { useLiveListing } from '../../use-live-listing.ts';
import { changeTicket } from './actions.ts';

interface EditFormProps {
  ticketId: string;
  revision: number;
  values: Readonly<Record<string, string>>;
  /** The listing as it is for sale now. */
  offer: TicketInput;
  currency: Currency;
  feeBasisPoints: number;
  payout: string;
  timeZones: readonly string[];
}

export function EditForm(props: EditFormProps) {
  const { ticketId, revision, values, currency, feeBasisPoints, payout, timeZones } = props;
  const [state, action] = useFormAction(changeTicket);
  const t = useTranslations();
  const { errors, offer, form } = useLiveListing(currency, state, props.offer);
  return (
    <form action={action} className="panel stack-l" {...form}>
      <FormMessage state={state} />
      <input type="hidden" name="ticketId" value={ticketId} />
      <input type="hidden" name="revision" value={state.values?.revision ?? revision} />
      <TicketFields
        key={revision}
        values={state.values ?? values}
        errors={errors}
        currency={currency}
        payout={payout}
        timeZones={timeZones}
      />
      <ListingPreview offer={offer} feeBasisPoints={feeBasisPoints} />
      <div className="row">
        <SubmitButton pending={t('listing.saving')}>{t('listing.save')}</SubmitButton>
        <PreviewButton />
        <PageLink className="button" href={`/tickets/${ticketId}`}>
          {t('listing.leave')}
        </PageLink>
      </div>
    </form>
  );
}
