/** The first part of each path of the API, and the context that it belongs to. */
export const resources = {
  users: 'auth',
  tickets: 'tickets',
  sales: 'tickets',
  market: 'tickets',
  orders: 'orders',
  payments: 'payments',
  mailbox: 'mail',
  stream: 'live',
  webhooks: 'webhooks',
  operations: 'operations',
} as const;

type Context = Exclude<(typeof resources)[keyof typeof resources], 'operations'>;

/** Contexts that nobody tells to do anything: they have no process for commands. */
const silent = ['mail', 'live'] as const satisfies readonly Context[];
type Silent = (typeof silent)[number];

/** A process behind the gateway. */
export type Upstream = `${Exclude<Context, Silent>}-command` | `${Context}-query` | 'operations' | 'frontend';

const reading = new Set(['GET', 'HEAD']);

/** Who answers a request: `undefined` for what is nobody's. Commands and queries share their paths. */
export function upstreamOf(method: string, path: string): Upstream | undefined {
  const [, first, resource = ''] = path.split(/[/?]/);
  if (first !== 'api') return 'frontend';
  if (!Object.hasOwn(resources, resource)) return undefined;
  const context = resources[resource as keyof typeof resources];
  if (context === 'operations') return context;
  if (reading.has(method)) return `${context}-query`;
  return isSilent(context) ? undefined : `${context}-command`;
}

function isSilent(context: Context): context is Silent {
  return silent.some((name) => name === context);
}
