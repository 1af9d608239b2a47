import { type EventLog, fold, type Reaction } from '@boxoffice/common';
import { type OrderEvent, orderEvents } from '@boxoffice/contracts';
import type { Outbox } from '../outbox/outbox.ts';
import { isNews } from './lifetime.ts';
import { mailedOrder } from './mailed-order.ts';
import { noticesOf } from './notice.ts';

/**
 * Puts down who is to be told of what, and nothing else: a mail that cannot be sent holds up no event. Called again for
 * the same event it puts down the same, which the outbox takes once. What is long past, as when the cursor was lost or
 * a market gets mail after years without, nobody is told.
 */
export function takeNotice({ log, outbox }: { log: EventLog; outbox: Outbox }): Reaction<OrderEvent> {
  return {
    name: 'take-notice',
    events: [orderEvents],
    async react(event, { at: now }) {
      if (!isNews(event, now)) return;
      const { state } = await fold(log, mailedOrder, event.stream, event.position);
      if (state) await outbox.put(noticesOf(event, state));
    },
  };
}
