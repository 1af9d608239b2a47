import type { TicketView } from '@boxoffice/contracts';
import { LocalTime } from '../../../components/local-time.tsx';
import { Notice } from '../../../components/notice.tsx';
import { PageLink } from '../../../components/page-link.tsx';

interface TicketStateProps {
  ticket: TicketView;
  started: boolean;
  isSeller: boolean;
}

/** Says in words why it cannot be bought at the moment; nothing when it can. */
export function TicketState({ ticket, started, isSeller }: TicketStateProps) {
  const other = <PageLink href={`/?${new URLSearchParams({ q: ticket.title })}`}>Look for others like it</PageLink>;
  switch (ticket.status) {
    case 'reserved':
      return (
        <Notice tone="wait">
          <strong>Reserved.</strong> A buyer holds it
          {ticket.reservedUntil && (
            <>
              {' '}
              until <LocalTime instant={ticket.reservedUntil} />
            </>
          )}
          . If they do not pay by then, it is for sale again.{' '}
          {isSeller ? (
            'Meanwhile it cannot be changed.'
          ) : (
            <>
              Is it you? Pay in <PageLink href="/orders">your orders</PageLink>.
            </>
          )}
        </Notice>
      );
    case 'sold':
      return (
        <Notice>
          <strong>Sold.</strong> {isSeller ? 'It is paid and no longer yours.' : other}
        </Notice>
      );
    case 'withdrawn':
      return (
        <Notice>
          <strong>Withdrawn.</strong> {isSeller ? 'You took it off sale.' : <>The seller took it off sale. {other}</>}
        </Notice>
      );
    case 'available':
      return started ? (
        <Notice>
          <strong>The show has started.</strong> It cannot be bought any more.
        </Notice>
      ) : isSeller ? (
        <Notice tone="good">
          <strong>For sale.</strong> This is your own listing.
        </Notice>
      ) : null;
  }
}
