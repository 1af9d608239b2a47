import type { TicketInput } from '@boxoffice/contracts';
import { PriceLines } from '../../components/price-lines.tsx';
import { TicketCard } from '../../components/ticket-card.tsx';
import { costAt } from '../../lib/cost.ts';
import { useWords } from '../../lib/words.ts';

interface ListingPreviewProps {
  offer: TicketInput | undefined;
  feeBasisPoints: number;
}

/** The listing as buyers will see it, and what its seller gets. */
export function ListingPreview({ offer, feeBasisPoints }: ListingPreviewProps) {
  const { t } = useWords();
  return (
    <section className="stack" aria-labelledby="preview">
      <h2 id="preview">{t('preview.title')}</h2>
      {offer === undefined ? (
        <p className="soft">{t('preview.nothing')}</p>
      ) : (
        <>
          <TicketCard ticket={{ ...offer, status: 'available' }} to="buyer" feeBasisPoints={feeBasisPoints} />
          <PriceLines cost={costAt(offer.price, feeBasisPoints)} to="seller" />
        </>
      )}
    </section>
  );
}
