import type { TicketView } from '@boxoffice/contracts';
import { TicketList } from '../../../components/ticket-list.tsx';

interface OthersProps {
  id: string;
  title: string;
  tickets: readonly TicketView[];
  feeBasisPoints: number;
}

/** Tickets that the reader may want to see as well; nothing where there are none. */
export function Others({ id, title, tickets, feeBasisPoints }: OthersProps) {
  if (tickets.length === 0) return null;
  return (
    <section aria-labelledby={id} className="stack">
      <h2 id={id}>{title}</h2>
      <TicketList tickets={tickets} to="buyer" feeBasisPoints={feeBasisPoints} />
    </section>
  );
}
