import type { OrderHistoryEntry } from '@boxoffice/contracts';
import type { Translate } from '../../../lib/words.ts';

interface Circumstances {
  /** What is charged, in words. */
  total: string;
  /** The payment that the order was paid by, if it was. */
  paidBy: string | undefined;
}

/** A step of an order's timeline, in a line. */
export function stepWords(
  { what, reason, paymentId }: Pick<OrderHistoryEntry, 'what' | 'reason' | 'paymentId'>,
  { total, paidBy }: Circumstances,
  t: Translate,
): { what: string; more?: string } {
  switch (what) {
    case 'placed':
      return { what: t('order.reserved') };
    case 'payment-started':
      return { what: t('payment.begun') };
    case 'extended':
      return { what: t('order.extended') };
    case 'payment-delayed':
      return { what: t('payment.delayed') };
    case 'payment-declined':
      return { what: t('payment.declined'), more: t('payment.nothingTaken') };
    case 'paid':
      return { what: t('payment.paid'), more: total };
    case 'cancelled':
      return { what: t('order.cancelledByYou') };
    case 'expired':
      return { what: t('order.ranOut') };
    case 'refund-started': {
      const isSecond = paidBy !== undefined && paidBy !== paymentId;
      const why = reason === 'operator' ? 'operator' : isSecond ? 'twice' : 'late';
      return { what: t('payment.refunding'), more: t(`payment.why.${why}`, { total }) };
    }
    case 'refunded':
      return { what: t('payment.refunded'), more: total };
  }
}
