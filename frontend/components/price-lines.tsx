import type { Cost } from '../lib/cost.ts';
import { formatMoney } from '../lib/format-money.ts';
import styles from './price-lines.module.css';

const words = {
  buyer: { price: 'Price', fee: 'Service fee', total: 'Total' },
  seller: { price: 'You get', fee: 'Service fee, on top', total: 'The buyer pays' },
};

/** Of what a total is made. Where the market asks no fee there is nothing to tell apart. */
export function PriceLines({ cost, to = 'buyer' }: { cost: Cost; to?: keyof typeof words }) {
  if (cost.fee.amount === 0) return <p className="small soft">All in: nothing is added.</p>;
  return (
    <dl className={styles.lines}>
      {(['price', 'fee', 'total'] as const).map((line) => (
        <div key={line}>
          <dt>{words[to][line]}</dt>
          <dd>{formatMoney(cost[line])}</dd>
        </div>
      ))}
    </dl>
  );
}
