import type { TicketView } from '@boxoffice/contracts';
import { TicketCard } from './ticket-card.tsx';

export function TicketList({ tickets, withStatus }: { tickets: readonly TicketView[]; withStatus?: boolean }) {
  return (
    <ul className="stack">
      {tickets.map((ticket) => (
        <li key={ticket.id}>
          <TicketCard ticket={ticket} withStatus={withStatus ?? false} />
        </li>
      ))}
    </ul>
  );
}
