import type { TicketView } from '@boxoffice/contracts';
import { TicketCard, type TicketCardProps } from './ticket-card.tsx';

interface TicketListProps extends Omit<TicketCardProps, 'ticket'> {
  tickets: readonly TicketView[];
}

export function TicketList({ tickets, ...more }: TicketListProps) {
  return (
    <ul className="stack">
      {tickets.map((ticket) => (
        <li key={ticket.id}>
          <TicketCard ticket={ticket} {...more} />
        </li>
      ))}
    </ul>
  );
}
