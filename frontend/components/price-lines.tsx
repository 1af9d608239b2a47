import type { Cost } from '../lib/cost.ts';
import { formatMoney } from '../lib/format-money.ts';
import { useWords } from '../lib/words.ts';
import styles from './price-lines.module.css';

/** Of what a total is made. Where the market asks no fee there is nothing to tell apart. */
export function PriceLines({ cost, to = 'buyer' }: { cost: Cost; to?: 'buyer' | 'seller' }) {
  const { t, locale } = useWords();
  if (cost.fee.amount === 0) return <p className="small soft">{t('price.allIn')}</p>;
  return (
    <dl className={styles.lines}>
      {(['price', 'fee', 'total'] as const).map((line) => (
        <div key={line}>
          <dt>{t(`price.${to}.${line}`)}</dt>
          <dd>{formatMoney(cost[line], locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
