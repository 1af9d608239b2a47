import type { OrderPayment, OrderStatus } from '@boxoffice/contracts';

interface Circumstances {
  order: OrderStatus;
  /** What is charged, in words. */
  total: string;
}

/** The last step of a payment, in a line of the order's timeline. */
export function paymentWords(
  { status, reason }: Pick<OrderPayment, 'status' | 'reason'>,
  { order, total }: Circumstances,
): { what: string; more?: string } {
  const because = reason === 'operator' ? 'the sale was undone' : order === 'paid' ? 'paid twice' : 'it came too late';
  switch (status) {
    case 'under-way':
      return { what: 'Payment begun', more: order === 'paying' ? 'waiting for the answer' : 'no outcome known' };
    case 'delayed':
      return { what: 'The bank takes its time', more: order === 'paying' ? 'no answer yet' : 'no outcome known' };
    case 'declined':
      return { what: 'Payment declined', more: 'no money was taken' };
    case 'paid':
      return { what: 'Paid', more: total };
    case 'refunding':
      return { what: 'Money on its way back', more: `${total}, ${because}` };
    case 'refunded':
      return { what: 'Money given back', more: `${total}, ${because}` };
  }
}
