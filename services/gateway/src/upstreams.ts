/** The first part of each path of the API, and the context that it belongs to. */
export const resources = {
  users: 'auth',
  tickets: 'tickets',
  sales: 'tickets',
  market: 'tickets',
  orders: 'orders',
  payments: 'payments',
} as const;

type Context = (typeof resources)[keyof typeof resources];

/** A process behind the gateway. */
export type Upstream = `${Context}-${'command' | 'query'}` | 'frontend';

const reading = new Set(['GET', 'HEAD']);

/** Who answers a request: `undefined` for what is nobody's. Commands and queries share their paths. */
export function upstreamOf(method: string, path: string): Upstream | undefined {
  const [, first, resource = ''] = path.split(/[/?]/);
  if (first !== 'api') return 'frontend';
  if (!Object.hasOwn(resources, resource)) return undefined;
  const context = resources[resource as keyof typeof resources];
  return `${context}-${reading.has(method) ? 'query' : 'command'}`;
}
