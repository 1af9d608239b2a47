import type { MarketView } from '@boxoffice/contracts';
import Form from 'next/form';
import { SelectField, TextField } from '../../components/field.tsx';
import { costAt } from '../../lib/cost.ts';
import { formatMoney } from '../../lib/format-money.ts';
import { useWords } from '../../lib/words.ts';
import styles from './browse.module.css';
import type { Search } from './read-search.ts';
import { SearchBox } from './search-box.tsx';

interface SearchFormProps {
  search: Search;
  market: MarketView;
  /** The cheapest and the dearest of what was found, as the sellers ask it. */
  range: { min: number; max: number } | null;
}

const filters = ['min', 'max', 'city', 'from', 'to', 'quantity'] as const;
const quantities = ['1', '2', '3', '4', '5', '6', '8', '10'];

/** A form of plain GET: the search is in the address, to be kept and shared. */
export function SearchForm({ search: { typed, errors }, market, range }: SearchFormProps) {
  const { t, locale } = useWords();
  const filtered = filters.some((field) => typed[field] !== undefined);
  const { currency, feeBasisPoints } = market;
  const asked = errors.quantity === undefined && typed.quantity !== undefined ? [typed.quantity] : [];
  const inAll = (amount: number) => formatMoney(costAt({ amount, currency }, feeBasisPoints).total, locale);
  const hint = range && range.min < range.max && t('browse.range', { min: inAll(range.min), max: inAll(range.max) });
  return (
    // The key makes the inputs follow the address when a link changes it.
    <Form action="/" prefetch={false} key={JSON.stringify(typed)} className={`panel ${styles.form}`}>
      <div className="field">
        <label htmlFor="q">{t('browse.search')}</label>
        <SearchBox
          id="q"
          name="q"
          listId="suggestions"
          placeholder={t('browse.placeholder')}
          defaultValue={typed.q}
          enterKeyHint="search"
          {...(errors.q && { 'aria-invalid': true, 'aria-describedby': 'q-error' })}
        />
        {errors.q && (
          <span id="q-error" className="error">
            {errors.q}
          </span>
        )}
      </div>
      <details className={styles.more} open={filtered}>
        <summary>{t('browse.more')}</summary>
        <div className={styles.moreFields}>
          <fieldset>
            <legend className="visually-hidden">{t('browse.priceIn', { currency })}</legend>
            <div className={styles.pair}>
              <TextField
                name="min"
                label={t('browse.from', { currency })}
                inputMode="decimal"
                defaultValue={typed.min}
                error={errors.min}
              />
              <TextField
                name="max"
                label={t('browse.upTo', { currency })}
                inputMode="decimal"
                defaultValue={typed.max}
                error={errors.max}
              />
            </div>
            {hint && <p className="small soft">{hint}</p>}
          </fieldset>
          <TextField
            name="city"
            label={t('browse.city')}
            defaultValue={typed.city}
            error={errors.city}
            autoComplete="off"
          />
          <SelectField
            name="quantity"
            label={t('browse.quantity')}
            defaultValue={typed.quantity ?? '1'}
            error={errors.quantity}
            options={[...new Set([...quantities, ...asked])].map(
              (number) => [number, t('browse.atLeast', { count: Number(number) })] as const,
            )}
          />
          <fieldset>
            <legend className="visually-hidden">{t('browse.days')}</legend>
            <div className={styles.days}>
              <TextField
                name="from"
                label={t('browse.firstDay')}
                type="date"
                defaultValue={typed.from}
                error={errors.from}
              />
              <TextField name="to" label={t('browse.lastDay')} type="date" defaultValue={typed.to} error={errors.to} />
            </div>
          </fieldset>
        </div>
      </details>
      {typed.sort && <input type="hidden" name="sort" value={typed.sort} />}
      <button type="submit" className="primary wide">
        {t('browse.search')}
      </button>
    </Form>
  );
}
