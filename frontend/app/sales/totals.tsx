import type { SalesTotal } from '@boxoffice/contracts';
import { formatMoney } from '../../lib/format-money.ts';
import { useWords } from '../../lib/words.ts';
import styles from './totals.module.css';

const shown = ['available', 'reserved', 'sold'] as const;

/** What the seller's listings come to, all pages together. What was withdrawn comes to nothing. */
export function Totals({ totals }: { totals: readonly SalesTotal[] }) {
  const { t, locale } = useWords();
  return (
    <dl className={styles.totals}>
      {shown.map((status) => {
        const of = totals.filter((total) => total.status === status);
        const count = of.reduce((sum, total) => sum + total.count, 0);
        return (
          <div key={status}>
            <dt>{t(`sales.totals.${status}`)}</dt>
            {of.map(({ price }) => (
              <dd key={price.currency} className="price">
                {formatMoney(price, locale)}
              </dd>
            ))}
            <dd className="small soft">{t('sales.listings', { count })}</dd>
          </div>
        );
      })}
    </dl>
  );
}
