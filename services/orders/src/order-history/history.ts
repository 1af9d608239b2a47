import { type Recorded, recordedEvents } from '@boxoffice/common';
import {
  type Commit,
  type OrderEvent,
  type OrderHistoryEntry,
  orderEvents,
  type StoredEvent,
  streamName,
} from '@boxoffice/contracts';

type Step = Omit<OrderHistoryEntry, 'position' | 'at'>;

/** What these commits of its stream say of an order, the oldest first. */
export function historyOf(orderId: string, commits: readonly Commit[]): OrderHistoryEntry[] {
  const stream = streamName('order', orderId);
  const isItsOwn = (event: StoredEvent) => event.stream === stream;
  let held = '';
  return commits
    .flatMap((commit) => recordedEvents(commit, [orderEvents]))
    .filter(isItsOwn)
    .flatMap((event) => {
      const steps = stepsOf(event, held);
      if ('expiresAt' in event.data) held = event.data.expiresAt;
      return steps.map((step) => ({ position: event.position, at: event.at, ...step }));
    });
}

/** `held`: when the hold ended before. */
function stepsOf({ type, data }: Recorded<OrderEvent>, held: string): Step[] {
  switch (type) {
    case 'OrderPlaced':
      return [{ what: 'placed', expiresAt: data.expiresAt }];
    case 'OrderPaymentStarted': {
      const { paymentId } = data;
      const started: Step = { what: 'payment-started', paymentId };
      const isExtended = 'expiresAt' in data && data.expiresAt !== held;
      return isExtended ? [started, { what: 'extended', paymentId, expiresAt: data.expiresAt }] : [started];
    }
    case 'OrderPaymentDelayed':
      return [{ what: 'payment-delayed', paymentId: data.paymentId }];
    case 'OrderPaymentDeclined':
      return [{ what: 'payment-declined', paymentId: data.paymentId }];
    case 'OrderPaid':
      return [{ what: 'paid', paymentId: data.paymentId }];
    case 'OrderCancelled':
      return [{ what: 'cancelled' }];
    case 'OrderExpired':
      return [{ what: 'expired' }];
    case 'OrderRefundStarted':
      return [{ what: 'refund-started', paymentId: data.paymentId, reason: data.reason }];
    case 'OrderRefunded':
      return [{ what: 'refunded', paymentId: data.paymentId }];
  }
}
