import { ClientWords } from '../../../components/client-words.tsx';
import { readable } from '../../../components/readable.tsx';
import { api } from '../../../lib/api.ts';
import { getWords, pageTitle } from '../../../lib/get-words.ts';
import { sentForm } from '../../../lib/sent-form.ts';
import { requireViewer } from '../../../lib/viewer.ts';
import { listingWords } from '../listing-words.ts';
import { payoutWords } from '../payout-words.ts';
import { DEFAULT_TIME_ZONE, timeZones } from '../ticket-values.ts';
import { SellForm } from './sell-form.tsx';

export const generateMetadata = pageTitle((t) => t('listing.title'));

export default async function SellPage() {
  return readable('/tickets/new', async () => {
    // A session that ended meanwhile is said in the form: sent away, its writer would lose it.
    if (!(await sentForm())) await requireViewer('/tickets/new');
    const [market, words] = await Promise.all([api.market(), getWords()]);
    return (
      <div className="medium stack">
        <h1>{words.t('listing.title')}</h1>
        <p className="soft">{words.t('listing.intro')}</p>
        <ClientWords groups={listingWords}>
          <SellForm
            currency={market.currency}
            feeBasisPoints={market.feeBasisPoints}
            payout={payoutWords(market, words)}
            timeZones={timeZones()}
            timeZone={DEFAULT_TIME_ZONE}
            idempotencyKey={crypto.randomUUID()}
          />
        </ClientWords>
      </div>
    );
  });
}
