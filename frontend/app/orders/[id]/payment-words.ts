import type { OrderPayment, OrderStatus } from '@boxoffice/contracts';
import type { Translate } from '../../../lib/words.ts';

interface Circumstances {
  order: OrderStatus;
  /** What is charged, in words. */
  total: string;
}

/** The last step of a payment, in a line of the order's timeline. */
export function paymentWords(
  { status, reason }: Pick<OrderPayment, 'status' | 'reason'>,
  { order, total }: Circumstances,
  t: Translate,
): { what: string; more?: string } {
  const why = reason === 'operator' ? 'operator' : order === 'paid' ? 'twice' : 'late';
  switch (status) {
    case 'under-way':
      return { what: t('payment.begun'), more: t(order === 'paying' ? 'payment.waiting' : 'payment.unknown') };
    case 'delayed':
      return { what: t('payment.delayed'), more: t(order === 'paying' ? 'payment.noAnswer' : 'payment.unknown') };
    case 'declined':
      return { what: t('payment.declined'), more: t('payment.nothingTaken') };
    case 'paid':
      return { what: t('payment.paid'), more: total };
    case 'refunding':
      return { what: t('payment.refunding'), more: t(`payment.why.${why}`, { total }) };
    case 'refunded':
      return { what: t('payment.refunded'), more: t(`payment.why.${why}`, { total }) };
  }
}
