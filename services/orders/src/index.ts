export { commands, projections, queries, workers } from './context.ts';
export { expireOrders } from './expiry/expire-orders.ts';
export { type MyOrder, myOrders } from './my-orders/projection.ts';
export { myOrdersQueries } from './my-orders/routes.ts';
export type { OrderRules } from './order/place-order.ts';
export { type OrderDependencies, orderCommands } from './order/routes.ts';
export { orderHistoryQueries } from './order-history/routes.ts';
