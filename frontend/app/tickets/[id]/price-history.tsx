import type { PriceStep } from '@boxoffice/contracts';
import { StepChart } from '../../../components/step-chart.tsx';
import { formatMoney } from '../../../lib/format-money.ts';
import { formatMoment } from '../../../lib/format-time.ts';
import { useWords } from '../../../lib/words.ts';

interface PriceHistoryProps {
  prices: readonly PriceStep[];
  /** Whether buyers pay more than the prices in it. */
  hasFee: boolean;
}

/** What the seller has asked over time; nothing where it was always the same. */
export function PriceHistory({ prices, hasFee }: PriceHistoryProps) {
  const { t, locale } = useWords();
  const [first] = prices;
  if (!first || prices.length < 2) return null;
  const { currency } = first.price;
  const steps = prices.map(({ at, price }) => ({
    from: Date.parse(at),
    value: price.amount,
    when: formatMoment(at, { locale }),
    what: formatMoney(price, locale),
  }));
  return (
    <section aria-labelledby="prices" className="stack">
      <h2 id="prices">{t('price.chart')}</h2>
      <StepChart
        steps={steps}
        until={Date.now()}
        caption={t(hasFee ? 'history.beforeFee' : 'price.chart')}
        columns={[t('price.since'), t('price.asked')]}
        scale={(amount) => formatMoney({ amount, currency }, locale)}
      />
    </section>
  );
}
