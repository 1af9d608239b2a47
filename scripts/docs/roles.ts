import { HttpConfig, listenSettings, processSettings, WorkerConfig } from '../../packages/common/src/index.ts';
import { CommandConfig as AuthCommandConfig } from '../../services/auth/src/config.ts';
import { GatewayConfig } from '../../services/gateway/src/config.ts';
import { ProjectorConfig as MailProjectorConfig } from '../../services/mail/src/config.ts';
import { CommandConfig as OrdersCommandConfig } from '../../services/orders/src/config.ts';
import {
  CommandConfig as PaymentsCommandConfig,
  ProjectorConfig as PaymentsProjectorConfig,
  QueryConfig as PaymentsQueryConfig,
} from '../../services/payments/src/config.ts';
import { ReplicaSetConfig } from '../../services/replica-set/src/config.ts';
import { TicketsConfig } from '../../services/tickets/src/config.ts';
import {
  CommandConfig as WebhooksCommandConfig,
  ProjectorConfig as WebhooksProjectorConfig,
} from '../../services/webhooks/src/config.ts';

/** What is read of a schema of settings. */
export interface Settings {
  readonly shape: Readonly<Record<string, Setting>>;
}

interface Setting {
  readonly description?: string | undefined;
  safeParse(value: undefined): { readonly success: boolean; readonly data?: unknown };
}

/** The entry points of the distributed mode, each with the settings it reads. Those that read the same are together. */
export const roles: readonly { readonly entries: readonly string[]; readonly settings: Settings }[] = [
  { entries: ['services/auth/command.ts'], settings: AuthCommandConfig },
  { entries: ['services/tickets/command.ts', 'services/tickets/query.ts'], settings: TicketsConfig },
  { entries: ['services/orders/command.ts'], settings: OrdersCommandConfig },
  { entries: ['services/payments/command.ts'], settings: PaymentsCommandConfig },
  { entries: ['services/payments/query.ts'], settings: PaymentsQueryConfig },
  { entries: ['services/payments/projector.ts'], settings: PaymentsProjectorConfig },
  {
    entries: [
      ...['auth', 'orders', 'mail', 'webhooks', 'live'].map((name) => `services/${name}/query.ts`),
      'services/marketplace/operations.ts',
    ],
    settings: HttpConfig,
  },
  {
    entries: [
      ...['auth', 'tickets', 'orders'].map((name) => `services/${name}/projector.ts`),
      'services/relay/main.ts',
    ],
    settings: WorkerConfig,
  },
  { entries: ['services/mail/projector.ts'], settings: MailProjectorConfig },
  { entries: ['services/webhooks/command.ts'], settings: WebhooksCommandConfig },
  { entries: ['services/webhooks/projector.ts'], settings: WebhooksProjectorConfig },
  { entries: ['services/gateway/main.ts'], settings: GatewayConfig },
];

/** What the image of the pages reads. It is the framework's process, and has no schema of its own. */
export const pages: Settings = {
  shape: {
    PORT: listenSettings.PORT,
    HOSTNAME: listenSettings.HOST.unwrap().default('0.0.0.0').describe('The address they listen on'),
    API_ORIGIN: GatewayConfig.shape.FRONTEND_URL.describe('Where the gateway is'),
    DRAIN_SECONDS: listenSettings.DRAIN_SECONDS,
    NODE_ENV: processSettings.NODE_ENV,
  },
};

/** What runs once, before the others, where MongoDB is to be made a replica set. */
export const preparing = { entries: ['services/replica-set/main.ts'], settings: ReplicaSetConfig } as const;
