import type { TicketView } from '@boxoffice/contracts';
import { ClientWords } from '../../../../components/client-words.tsx';
import { PageLink } from '../../../../components/page-link.tsx';
import { readable } from '../../../../components/readable.tsx';
import { api } from '../../../../lib/api.ts';
import { getWords, pageTitle } from '../../../../lib/get-words.ts';
import { known } from '../../../../lib/known-id.ts';
import { requireViewer } from '../../../../lib/viewer.ts';
import { listingWords } from '../../listing-words.ts';
import { payoutWords } from '../../payout-words.ts';
import { offerOf, ticketValues, timeZones } from '../../ticket-values.ts';
import { EditForm } from './edit-form.tsx';

export const generateMetadata = pageTitle((t) => t('edit.title'));

export default async function EditPage({ params }: { params: Promise<{ id: string }> }) {
  const id = known((await params).id);
  return readable(`/tickets/${id}/edit`, async () => {
    const viewer = await requireViewer(`/tickets/${id}/edit`);
    const [ticket, market, words] = await Promise.all([api.ticket(id), api.market(), getWords()]);
    const { t } = words;
    const obstacle = whyNot(ticket, viewer.id);
    return (
      <div className="medium stack">
        <h1>{t('edit.title')}</h1>
        {obstacle === undefined ? (
          <ClientWords groups={listingWords}>
            <EditForm
              ticketId={id}
              revision={ticket.revision}
              values={ticketValues(ticket)}
              offer={offerOf(ticket)}
              currency={ticket.price.currency}
              feeBasisPoints={market.feeBasisPoints}
              payout={payoutWords(market, words, ticket.price)}
              timeZones={timeZones(ticket.timeZone)}
            />
          </ClientWords>
        ) : (
          <>
            <p>{t(`edit.${obstacle}`)}</p>
            <p>
              <PageLink className="button" href={`/tickets/${id}`}>
                {t('edit.look')}
              </PageLink>
            </p>
          </>
        )}
      </div>
    );
  });
}

function whyNot({ sellerId, status }: TicketView, viewerId: string) {
  if (sellerId !== viewerId) return 'notYours';
  return status === 'available' ? undefined : status;
}
