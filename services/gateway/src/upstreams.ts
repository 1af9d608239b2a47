/** The first part of each path of the API, and the context that it belongs to. */
export const resources = {
  users: 'auth',
  tickets: 'tickets',
  sales: 'tickets',
  market: 'tickets',
  orders: 'orders',
  payments: 'payments',
  stream: 'live',
  webhooks: 'webhooks',
} as const;

type Context = (typeof resources)[keyof typeof resources];

/** A process behind the gateway. */
export type Upstream = Exclude<`${Context}-${'command' | 'query'}`, 'live-command'> | 'frontend';

const reading = new Set(['GET', 'HEAD']);

/** Who answers a request: `undefined` for what is nobody's. Commands and queries share their paths. */
export function upstreamOf(method: string, path: string): Upstream | undefined {
  const [, first, resource = ''] = path.split(/[/?]/);
  if (first !== 'api') return 'frontend';
  if (!Object.hasOwn(resources, resource)) return undefined;
  const context = resources[resource as keyof typeof resources];
  if (reading.has(method)) return `${context}-query`;
  return context === 'live' ? undefined : `${context}-command`;
}
