import type { Past } from './past.ts';
import type { Story } from './story.ts';

export interface Scene {
  readonly name: string;
  readonly path: string;
  /** The cookies of who looks; nobody's by default. */
  readonly who?: Readonly<Record<string, string>>;
}

/** Every page, in every state that looks different. */
export function scenes(story: Story, { latecomer, expired }: Past): Scene[] {
  const { buyer, seller, newcomer, operator, tickets, orders, mail, job } = story;
  const buys = buyer.cookies;
  const sells = seller.cookies;
  const isNew = newcomer.cookies;
  const operates = operator.cookies;
  return [
    { name: 'browse', path: '/' },
    { name: 'browse-filtered', path: '/?q=the&city=Berlin&max=120&sort=cheapest', who: buys },
    { name: 'browse-wrong', path: '/?min=cheap&max=5' },
    { name: 'browse-none', path: '/?q=zyzzyva&city=Berlin' },
    { name: 'ticket', path: `/tickets/${tickets.available}`, who: buys },
    { name: 'ticket-visitor', path: `/tickets/${tickets.available}` },
    { name: 'ticket-mine', path: `/tickets/${tickets.available}?done=listed`, who: sells },
    { name: 'ticket-reserved', path: `/tickets/${tickets.reserved}`, who: isNew },
    { name: 'ticket-sold', path: `/tickets/${tickets.sold}` },
    { name: 'ticket-withdrawn', path: `/tickets/${tickets.withdrawn}`, who: isNew },
    { name: 'orders', path: '/orders', who: buys },
    { name: 'orders-none', path: '/orders', who: isNew },
    { name: 'order', path: `/orders/${orders.placed}`, who: buys },
    { name: 'order-declined', path: `/orders/${orders.declined}`, who: buys },
    { name: 'order-delayed', path: `/orders/${orders.delayed}`, who: buys },
    { name: 'order-paid', path: `/orders/${orders.paid}`, who: buys },
    { name: 'order-cancelled', path: `/orders/${orders.cancelled}`, who: buys },
    { name: 'order-refunded', path: `/orders/${orders.refunded}`, who: buys },
    { name: 'order-expired', path: `/orders/${expired}`, who: latecomer.cookies },
    { name: 'sell', path: '/tickets/new', who: sells },
    { name: 'edit', path: `/tickets/${tickets.available}/edit`, who: sells },
    { name: 'edit-refused', path: `/tickets/${tickets.sold}/edit`, who: sells },
    { name: 'sales', path: '/sales', who: sells },
    { name: 'account', path: '/account', who: buys },
    { name: 'account-forget', path: '/account/forget?refused=wrong-credentials', who: buys },
    { name: 'account-forgotten', path: '/forgotten' },
    { name: 'mailbox', path: '/mailbox', who: buys },
    { name: 'mailbox-none', path: '/mailbox', who: isNew },
    { name: 'mail', path: `/mailbox/${mail}`, who: buys },
    { name: 'operations', path: '/operations', who: operates },
    { name: 'operations-refused', path: '/operations', who: isNew },
    { name: 'operations-projection', path: '/operations/projections/my-orders', who: operates },
    { name: 'operations-job', path: `/operations/jobs/${job}`, who: operates },
    { name: 'operations-jobs', path: '/operations/jobs', who: operates },
    { name: 'operations-quarantine', path: '/operations/quarantine', who: operates },
    { name: 'operations-log', path: '/operations/log', who: operates },
    { name: 'operations-commit', path: '/operations/log/3', who: operates },
    { name: 'operations-stream', path: `/operations/streams/order-${orders.paid}`, who: operates },
    { name: 'operations-order', path: `/operations/orders?id=${orders.paid}`, who: operates },
    { name: 'operations-no-order', path: '/operations/orders?id=nothing', who: operates },
    { name: 'signin', path: '/signin?next=/orders' },
    { name: 'signup', path: '/signup' },
    { name: 'missing', path: '/nowhere' },
  ];
}
