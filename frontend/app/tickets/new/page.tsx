import type { Metadata } from 'next';
import { readable } from '../../../components/readable.tsx';
import { api } from '../../../lib/api.ts';
import { sentForm } from '../../../lib/sent-form.ts';
import { requireViewer } from '../../../lib/viewer.ts';
import { payoutWords } from '../payout-words.ts';
import { DEFAULT_TIME_ZONE, timeZones } from '../ticket-values.ts';
import { SellForm } from './sell-form.tsx';

export const metadata: Metadata = { title: 'Sell a ticket' };

export default async function SellPage() {
  return readable('/tickets/new', async () => {
    // A session that ended meanwhile is said in the form: sent away, its writer would lose it.
    if (!(await sentForm())) await requireViewer('/tickets/new');
    const market = await api.market();
    return (
      <div className="medium stack">
        <h1>Sell a ticket</h1>
        <p className="soft">
          It is for sale as soon as you list it. Until somebody reserves it, you can change or withdraw it.
        </p>
        <SellForm
          currency={market.currency}
          payout={payoutWords(market)}
          timeZones={timeZones()}
          timeZone={DEFAULT_TIME_ZONE}
          idempotencyKey={crypto.randomUUID()}
        />
      </div>
    );
  });
}
