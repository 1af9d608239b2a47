import { type EventLog, recordedEvents } from '@boxoffice/common';
import { OrderView, orderEvents, streamName } from '@boxoffice/contracts';
import { type MyOrder, myOrders } from './projection.ts';

/** What the buyer sees of an order. */
export function viewOf(id: string, order: MyOrder): OrderView {
  return OrderView.parse({ ...order, id });
}

/** An order as the read model shows it at a position, folded from its stream: for replies to commands. */
export async function orderView(log: EventLog, id: string, position: number): Promise<OrderView | undefined> {
  const stream = streamName('order', id);
  let order: MyOrder | undefined;
  for (const commit of await log.readStream(stream, position))
    for (const event of recordedEvents(commit, [orderEvents]))
      if (event.stream === stream) order = myOrders.apply(order, event, id);
  return order && viewOf(id, order);
}
