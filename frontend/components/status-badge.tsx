import type { OrderStatus, TicketStatus } from '@boxoffice/contracts';

const tickets: Record<TicketStatus, readonly [tone: string, word: string]> = {
  available: ['good', 'For sale'],
  reserved: ['wait', 'Reserved'],
  sold: ['accent', 'Sold'],
  withdrawn: ['', 'Withdrawn'],
};

const orders: Record<OrderStatus, readonly [tone: string, word: string]> = {
  placed: ['wait', 'To be paid'],
  paying: ['wait', 'Payment under way'],
  paid: ['good', 'Paid'],
  cancelled: ['', 'Cancelled'],
  expired: ['', 'Expired'],
  refunding: ['wait', 'Money on its way back'],
  refunded: ['accent', 'Refunded'],
};

export function TicketBadge({ status }: { status: TicketStatus }) {
  const [tone, word] = tickets[status];
  return <span className={`badge ${tone}`}>{word}</span>;
}

export function OrderBadge({ status }: { status: OrderStatus }) {
  const [tone, word] = orders[status];
  return <span className={`badge ${tone}`}>{word}</span>;
}
