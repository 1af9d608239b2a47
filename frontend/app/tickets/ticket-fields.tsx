import type { Currency } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { SelectField, TextField } from '../../components/field.tsx';
import styles from './ticket-fields.module.css';

interface TicketFieldsProps {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>> | undefined;
  currency: Currency;
  /** What of the price is the seller's, and what comes on top. */
  payout: string;
  timeZones: readonly string[];
}

/** The inputs of a listing, to sell it and to change it. */
export function TicketFields({ values, errors = {}, currency, payout, timeZones }: TicketFieldsProps) {
  const t = useTranslations();
  const field = (name: string) => ({ name, defaultValue: values[name], error: errors[name] });
  return (
    <>
      <Group title={t('listing.show')}>
        <TextField
          {...field('title')}
          label={t('listing.name')}
          required
          maxLength={200}
          placeholder={t('listing.namePlaceholder')}
        />
        <div className="fields">
          <TextField {...field('venue')} label={t('listing.venue')} optional maxLength={120} />
          <TextField {...field('city')} label={t('listing.city')} optional maxLength={80} />
        </div>
        <div className="fields">
          <TextField
            {...field('startsAt')}
            label={t('listing.begins')}
            optional
            type="datetime-local"
            hint={t('listing.beginsHint')}
          />
          <SelectField
            {...field('timeZone')}
            label={t('listing.timeZone')}
            options={timeZones.map((zone) => [zone, zone])}
          />
        </div>
      </Group>
      <Group title={t('listing.seats')}>
        <div className="fields">
          <TextField {...field('section')} label={t('listing.section')} optional maxLength={40} />
          <TextField {...field('row')} label={t('listing.row')} optional maxLength={20} />
          <TextField {...field('seat')} label={t('listing.seat')} optional maxLength={40} />
        </div>
      </Group>
      <Group title={t('listing.offer')}>
        <div className="fields">
          <TextField
            {...field('quantity')}
            label={t('listing.quantity')}
            type="number"
            min={1}
            max={20}
            required
            hint={t('listing.quantityHint')}
          />
          <TextField
            {...field('price')}
            label={t('listing.price', { currency })}
            inputMode="decimal"
            required
            autoComplete="off"
            hint={t('listing.priceHint')}
          />
        </div>
        <p className="small soft">{payout}</p>
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
