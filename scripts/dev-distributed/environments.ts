interface Common {
  readonly gatewayPort: string;
  readonly MONGODB_URL: string;
  readonly NATS_URL: string;
  readonly NATS_CLUSTER_ID: string;
  readonly SESSION_SECRET: string;
  readonly EMAIL_KEY: string;
}

export interface Started {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Answers when it is ready. */
  readonly probe: string;
}

const HOST = '127.0.0.1';
const OPERATIONS = 'services/marketplace/operations.ts';
const passedOn = [
  ...['CURRENCY', 'HOLD_SECONDS', 'LOG_LEVEL', 'PUBLIC_URL', 'TRUST_PROXY'],
  ...['WEBHOOK_ALLOW_PRIVATE', 'SMTP_URL', 'MAIL_FROM'],
];

/** How each entry point is started, and the pages, when each has this port of its own. */
export function environments(ports: Readonly<Record<string, number>>, { gatewayPort, ...common }: Common): Started[] {
  const given = Object.fromEntries(passedOn.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : [])));
  const addressOf = (entry: string) => `http://${HOST}:${ports[entry]}`;
  const upstreams = Object.keys(ports).flatMap((entry) => {
    const [, context, kind] = /^services\/(\w+)\/(command|query)\.ts$/.exec(entry) ?? [];
    if (entry === OPERATIONS) return [['OPERATIONS_URL', addressOf(entry)]];
    return context ? [[`${context}_${kind}_URL`.toUpperCase(), addressOf(entry)]] : [];
  });

  return Object.entries(ports).map(([entry, free]) => {
    const isGateway = entry === 'services/gateway/main.ts';
    const port = isGateway ? gatewayPort : String(free);
    const env = { PUBLIC_URL: `http://localhost:${gatewayPort}`, ...given, ...common, HOST, PORT: port };
    const name = entry
      .replace(/^services\/|\.ts$/g, '')
      .replace('/main', '')
      .replace('/', '-');
    const probe = `http://${HOST}:${port}/${entry === 'frontend' ? 'icon.svg' : 'readyz'}`;
    if (entry === 'frontend')
      return {
        name,
        args: ['frontend/node_modules/next/dist/bin/next', 'start', 'frontend', '-H', HOST],
        env: { PORT: port, NODE_ENV: 'production', API_ORIGIN: `http://${HOST}:${gatewayPort}` },
        probe,
      };
    const own = isGateway ? { ...Object.fromEntries(upstreams), FRONTEND_URL: addressOf('frontend') } : {};
    return { name, args: [entry], env: { ...env, ...own }, probe };
  });
}
