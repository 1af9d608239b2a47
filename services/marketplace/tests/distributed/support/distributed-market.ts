import { openStores, type Stores } from '@boxoffice/common/roles';
import { freePort } from '@boxoffice/common/testing';
import { startFrontend } from './frontend.ts';
import { type Role, type RoleOptions, startRole } from './role.ts';
import { type Servers, startServers } from './servers.ts';

const contexts = ['auth', 'tickets', 'orders', 'payments', 'webhooks'] as const;
const kinds = ['command', 'query', 'projector'] as const;
type ContextRole = `${(typeof contexts)[number]}-${(typeof kinds)[number]}`;
export type RoleName =
  | ContextRole
  | 'mail-query'
  | 'mail-projector'
  | 'live-query'
  | 'relay'
  | 'operations'
  | 'gateway';

export interface DistributedMarket extends AsyncDisposable {
  /** The gateway. */
  readonly url: string;
  readonly roles: Readonly<Record<RoleName, Role>>;
  /** The log and the read models, as the processes have them. */
  readonly stores: Stores;
  readonly servers: Servers;
  /** Settings that every process has. */
  readonly env: Readonly<Record<string, string>>;
}

export interface DistributedMarketOptions {
  /** Servers that run already; without, processes of this machine. */
  readonly servers?: Servers;
  /** Only these; without, all of them. */
  readonly only?: readonly RoleName[];
  /** With the pages, at the same address. The client must have been built. */
  readonly pages?: boolean;
  /** More settings for every process. */
  readonly env?: Readonly<Record<string, string>>;
}

const NOBODY = 'http://127.0.0.1:9';

/** Secrets of tests: not samples, and known to nobody who matters. */
export const secrets = {
  SESSION_SECRET: 'q7Lw2ZbXr9KfT0cVnHsJ5yGdPm3AuE8i',
  EMAIL_KEY: 'v1NxB6tRkQ4zYhW8eMjC0sLaUf2oDg7p',
};

/** Every role as a process of its own, behind a gateway, on real servers. Resolves when all are ready. */
export async function startDistributedMarket(options: DistributedMarketOptions = {}): Promise<DistributedMarket> {
  await using stack = new AsyncDisposableStack();
  const servers = options.servers ?? (await startServers(stack));
  const env = { ...secrets, SCRYPT_LN: '10', ...servers, ...options.env };
  const roles: Partial<Record<RoleName, Role>> = {};

  async function start(name: RoleName, entry: string, more: Partial<RoleOptions> = {}): Promise<void> {
    if (options.only && !options.only.includes(name)) return;
    roles[name] = stack.use(await startRole({ name, entry, ...more, env: { ...env, ...more.env } }));
  }

  for (const context of contexts)
    for (const kind of kinds) await start(`${context}-${kind}`, `services/${context}/${kind}.ts`);
  await start('mail-query', 'services/mail/query.ts');
  await start('mail-projector', 'services/mail/projector.ts');
  await start('live-query', 'services/live/query.ts');
  await start('relay', 'services/relay/main.ts');
  await start('operations', 'services/marketplace/operations.ts');
  // The pages and the gateway ask each other.
  const port = await freePort();
  const frontend = options.pages ? stack.use(await startFrontend(`http://127.0.0.1:${port}`)) : undefined;
  await start('gateway', 'services/gateway/main.ts', { port, env: upstreamsOf(roles, frontend) });
  await Promise.all([...Object.values(roles), frontend].map((role) => role?.ready()));
  const stores = stack.use(await openStores(servers.MONGODB_URL));
  const all = roles as Record<RoleName, Role>;
  const opened = stack.move();
  return {
    url: all.gateway.url,
    roles: all,
    stores,
    servers,
    env,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** The settings of a gateway in front of these. Where nobody is, nobody answers. */
function upstreamsOf(roles: Partial<Record<RoleName, Role>>, frontend: Role | undefined): Record<string, string> {
  const addresses = contexts.flatMap((context) =>
    (['command', 'query'] as const).map((kind) => {
      const { url = NOBODY } = roles[`${context}-${kind}`] ?? {};
      return [`${context}_${kind}_URL`.toUpperCase(), url] as const;
    }),
  );
  const { url: MAIL_QUERY_URL = NOBODY } = roles['mail-query'] ?? {};
  const { url: LIVE_QUERY_URL = NOBODY } = roles['live-query'] ?? {};
  const { url: OPERATIONS_URL = NOBODY } = roles.operations ?? {};
  const { url: FRONTEND_URL = NOBODY } = frontend ?? {};
  return { ...Object.fromEntries(addresses), MAIL_QUERY_URL, LIVE_QUERY_URL, OPERATIONS_URL, FRONTEND_URL };
}
