import type { TicketView } from '@boxoffice/contracts';
import type { Metadata } from 'next';
import { PageLink } from '../../../../components/page-link.tsx';
import { readable } from '../../../../components/readable.tsx';
import { api } from '../../../../lib/api.ts';
import { known } from '../../../../lib/known-id.ts';
import { requireViewer } from '../../../../lib/viewer.ts';
import { payoutWords } from '../../payout-words.ts';
import { ticketValues, timeZones } from '../../ticket-values.ts';
import { EditForm } from './edit-form.tsx';

export const metadata: Metadata = { title: 'Edit your listing' };

export default async function EditPage({ params }: { params: Promise<{ id: string }> }) {
  const id = known((await params).id);
  return readable(`/tickets/${id}/edit`, async () => {
    const viewer = await requireViewer(`/tickets/${id}/edit`);
    const [ticket, market] = await Promise.all([api.ticket(id), api.market()]);
    const obstacle = whyNot(ticket, viewer.id);
    return (
      <div className="medium stack">
        <h1>Edit your listing</h1>
        {obstacle === undefined ? (
          <EditForm
            ticketId={id}
            revision={ticket.revision}
            values={ticketValues(ticket)}
            currency={ticket.price.currency}
            payout={payoutWords(market, ticket.price)}
            timeZones={timeZones(ticket.timeZone)}
          />
        ) : (
          <>
            <p>{obstacle}</p>
            <p>
              <PageLink className="button" href={`/tickets/${id}`}>
                Look at the listing
              </PageLink>
            </p>
          </>
        )}
      </div>
    );
  });
}

function whyNot({ sellerId, status }: TicketView, viewerId: string): string | undefined {
  if (sellerId !== viewerId) return 'Only its seller can edit this listing. Are you signed in with the right account?';
  if (status === 'reserved') return 'A buyer holds it at the moment. You can edit it again if they do not pay in time.';
  if (status === 'sold') return 'It is sold, so it stays as the buyer saw it.';
  if (status === 'withdrawn') return 'You have withdrawn it. List it anew to sell it.';
  return undefined;
}
