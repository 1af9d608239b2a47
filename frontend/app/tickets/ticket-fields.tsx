import type { Currency } from '@boxoffice/contracts';
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
  const field = (name: string) => ({ name, defaultValue: values[name], error: errors[name] });
  return (
    <>
      <Group title="The show">
        <TextField {...field('title')} label="Title" required maxLength={200} placeholder="Who or what is on" />
        <div className="fields">
          <TextField {...field('venue')} label="Venue" optional maxLength={120} />
          <TextField {...field('city')} label="City" optional maxLength={80} />
        </div>
        <div className="fields">
          <TextField
            {...field('startsAt')}
            label="Begins"
            optional
            type="datetime-local"
            hint="As the clock shows there"
          />
          <SelectField {...field('timeZone')} label="Time zone there" options={timeZones.map((zone) => [zone, zone])} />
        </div>
      </Group>
      <Group title="The seats">
        <div className="fields">
          <TextField {...field('section')} label="Section" optional maxLength={40} />
          <TextField {...field('row')} label="Row" optional maxLength={20} />
          <TextField {...field('seat')} label="Seat" optional maxLength={40} />
        </div>
      </Group>
      <Group title="The offer">
        <div className="fields">
          <TextField
            {...field('quantity')}
            label="Number of tickets"
            type="number"
            min={1}
            max={20}
            required
            hint="Sold together"
          />
          <TextField
            {...field('price')}
            label={`Price in ${currency}`}
            inputMode="decimal"
            required
            autoComplete="off"
            hint="For all of them"
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
