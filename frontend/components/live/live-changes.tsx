import { MAX_FOLLOWED } from '@boxoffice/contracts';
import { shownPosition } from '../../lib/api/shown-position.ts';
import { ClientWords } from '../client-words.tsx';
import { LiveListener, type LiveSubject } from './live-listener.tsx';

/**
 * Keeps a page as it is by now, and says what has changed: heard from the market as it happens, asked again now and
 * then where that cannot be had. Stands behind everything that the page has read. Without scripts it is nothing.
 */
export function LiveChanges({ subject, tickets, orders = false }: LiveChangesProps) {
  if (tickets.length === 0 && !orders) return null;
  const query = new URLSearchParams();
  if (tickets.length > 0) query.set('tickets', tickets.slice(0, MAX_FOLLOWED).join(','));
  if (orders) query.set('orders', 'mine');
  return (
    <ClientWords groups={['live']}>
      <LiveListener subject={subject} query={query.toString()} after={shownPosition()} />
    </ClientWords>
  );
}

interface LiveChangesProps {
  /** What the page is about: how its changes are spoken of. */
  subject: LiveSubject;
  /** The tickets that it shows. */
  tickets: readonly string[];
  /** The reader's own orders and listings. */
  orders?: boolean;
}
