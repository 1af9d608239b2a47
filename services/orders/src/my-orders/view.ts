import { type EventLog, projectStream } from '@boxoffice/common';
import { OrderView, streamName } from '@boxoffice/contracts';
import { type MyOrder, myOrders } from './projection.ts';

/** What the buyer sees of an order. */
export function viewOf(id: string, order: MyOrder): OrderView {
  return OrderView.parse({ ...order, id });
}

/** An order as the read model shows it at a position: for replies to commands. */
export async function orderView(log: EventLog, id: string, position: number): Promise<OrderView | undefined> {
  const order = await projectStream(myOrders, log, streamName('order', id), id, position);
  return order && viewOf(id, order);
}
