import type { OrderStatus, TicketStatus } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from './badge.tsx';

const tickets: Record<TicketStatus, BadgeTone> = {
  available: 'good',
  reserved: 'wait',
  sold: 'accent',
  withdrawn: 'plain',
};

const orders: Record<OrderStatus, BadgeTone> = {
  placed: 'wait',
  paying: 'wait',
  paid: 'good',
  cancelled: 'plain',
  expired: 'plain',
  refunding: 'wait',
  refunded: 'accent',
};

export function TicketBadge({ status }: { status: TicketStatus }) {
  const t = useTranslations();
  return <Badge tone={tickets[status]}>{t(`ticketStatus.${status}`)}</Badge>;
}

export function OrderBadge({ status }: { status: OrderStatus }) {
  const t = useTranslations();
  return <Badge tone={orders[status]}>{t(`orderStatus.${status}`)}</Badge>;
}
