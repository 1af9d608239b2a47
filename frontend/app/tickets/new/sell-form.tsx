'use client';

import type { Currency } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { FormMessage } from '../../../components/form-message.tsx';
import { SubmitButton } from '../../../components/submit-button.tsx';
import { useFormAction } from '../../../lib/use-form-action.ts';
import { ListingPreview } from '../listing-preview.tsx';
import { PreviewButton } from '../preview-button.tsx';
import { TicketFields } from '../ticket-fields.tsx';
import { useLiveListing } from '../use-live-listing.ts';
import { listTicket } from './actions.ts';

interface SellFormProps {
  currency: Currency;
  feeBasisPoints: number;
  payout: string;
  timeZones: readonly string[];
  timeZone: string;
  idempotencyKey: string;
}

export function SellForm({ currency, feeBasisPoints, payout, timeZones, timeZone, idempotencyKey }: SellFormProps) {
  const [state, action] = useFormAction(listTicket);
  const t = useTranslations();
  const { errors, offer, form } = useLiveListing(currency, state);
  const values = state.values ?? { timeZone, quantity: '1' };
  return (
    <form action={action} className="panel stack-l" {...form}>
      <FormMessage state={state} />
      <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? idempotencyKey} />
      <TicketFields values={values} errors={errors} currency={currency} payout={payout} timeZones={timeZones} />
      <ListingPreview offer={offer} feeBasisPoints={feeBasisPoints} />
      <div className="row">
        <SubmitButton pending={t('listing.listing')}>{t('listing.list')}</SubmitButton>
        <PreviewButton />
      </div>
    </form>
  );
}
