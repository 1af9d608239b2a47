import type { LedgerReply } from '@boxoffice/contracts';
import { DataTable } from '../../components/data-table.tsx';
import { Notice } from '../../components/notice.tsx';
import { formatMoney } from '../../lib/format-money.ts';
import { useWords } from '../../lib/words.ts';

type Row = LedgerReply['items'][number];
const sums = ['charged', 'paid', 'refunded', 'inFlight', 'fees', 'imbalance'] as const;

/** The money of the market, and whether it adds up. */
export function LedgerTable({ ledger: { items } }: { ledger: LedgerReply }) {
  const { t, locale } = useWords();
  if (items.length === 0) return null;
  const addsUp = items.every(({ imbalance }) => imbalance === 0);
  const money = (name: (typeof sums)[number]) => ({
    head: t(`operations.money.${name}`),
    cell: (row: Row) => formatMoney({ amount: row[name], currency: row.currency }, locale),
    numeric: true,
  });
  return (
    <div className="stack">
      <h2>{t('operations.ledger')}</h2>
      <Notice tone={addsUp ? 'good' : 'bad'}>{t(addsUp ? 'operations.addsUp' : 'operations.addsNotUp')}</Notice>
      <DataTable
        caption={t('operations.ledger')}
        rows={items}
        keyOf={({ currency }) => currency}
        columns={[{ head: t('operations.currency'), cell: ({ currency }) => currency }, ...sums.map(money)]}
      />
    </div>
  );
}
