import { HttpConfig, WorkerConfig } from '../../packages/common/src/index.ts';
import { CommandConfig as AuthCommandConfig } from '../../services/auth/src/config.ts';
import { GatewayConfig } from '../../services/gateway/src/config.ts';
import { ProjectorConfig as MailProjectorConfig } from '../../services/mail/src/config.ts';
import { CommandConfig as OrdersCommandConfig } from '../../services/orders/src/config.ts';
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
  {
    entries: [
      'auth/query',
      'orders/query',
      'payments/command',
      'payments/query',
      'mail/query',
      'webhooks/query',
      'live/query',
      'marketplace/operations',
    ].map((name) => `services/${name}.ts`),
    settings: HttpConfig,
  },
  {
    entries: [
      ...['auth', 'tickets', 'orders', 'payments'].map((name) => `services/${name}/projector.ts`),
      'services/relay/main.ts',
    ],
    settings: WorkerConfig,
  },
  { entries: ['services/mail/projector.ts'], settings: MailProjectorConfig },
  { entries: ['services/webhooks/command.ts'], settings: WebhooksCommandConfig },
  { entries: ['services/webhooks/projector.ts'], settings: WebhooksProjectorConfig },
  { entries: ['services/gateway/main.ts'], settings: GatewayConfig },
];
