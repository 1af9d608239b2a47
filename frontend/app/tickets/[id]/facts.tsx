import type { TicketDetails } from '@boxoffice/contracts';
import { ShowMoment } from '../../../components/show-moment.tsx';
import { formatPlace, formatQuantity, formatSeats } from '../../../lib/format-ticket.ts';

/** All that the seller says of the show and the seats. */
export function Facts({ show }: { show: TicketDetails }) {
  return (
    <dl className="facts">
      <div>
        <dt>When</dt>
        <dd>
          <ShowMoment show={show} zone="long" />
        </dd>
        {show.timeZone && <dd className="aside-note">Local time there ({show.timeZone.replaceAll('_', ' ')})</dd>}
      </div>
      <div>
        <dt>Where</dt>
        <dd>{formatPlace(show) || 'Not given'}</dd>
      </div>
      <div>
        <dt>Seats</dt>
        <dd>
          {formatSeats(show) || 'No numbered seats given'} · {formatQuantity(show.quantity)}
        </dd>
      </div>
    </dl>
  );
}
