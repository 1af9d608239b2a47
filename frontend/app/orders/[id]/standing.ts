import type { OrderPayment, OrderView } from '@boxoffice/contracts';

/** What an order's status alone does not say. */
export interface Standing {
  /** The payment whose outcome is not known. */
  readonly open: OrderPayment | undefined;
  /** The payment whose money goes back or went back. */
  readonly returned: OrderPayment | undefined;
  readonly canPay: boolean;
  readonly canCancel: boolean;
}

export function standing({ status, payments }: Pick<OrderView, 'status' | 'payments'>): Standing {
  const last = (...states: OrderPayment['status'][]) => payments.findLast((payment) => states.includes(payment.status));
  const open = last('under-way', 'delayed');
  return {
    open,
    returned: last('refunding', 'refunded'),
    canPay: status === 'placed',
    canCancel: status === 'placed' || (status === 'paying' && open?.status === 'delayed'),
  };
}
