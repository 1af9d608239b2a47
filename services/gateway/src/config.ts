import { listenSettings, processSettings, publicSettings } from '@boxoffice/common';
import { z } from 'zod';
import type { Upstream } from './upstreams.ts';

const address = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .transform((text) => new URL(text).origin);

const at = (whom: string) => address.describe(`Where ${whom}`);

/** The settings of the gateway. */
export const GatewayConfig = z.object({
  ...listenSettings,
  TRUST_PROXY: publicSettings.TRUST_PROXY,
  AUTH_COMMAND_URL: at('the commands of users are answered'),
  AUTH_QUERY_URL: at('the queries of users are answered'),
  TICKETS_COMMAND_URL: at('the commands of tickets are answered'),
  TICKETS_QUERY_URL: at('the queries of tickets, sales and the market are answered'),
  ORDERS_COMMAND_URL: at('the commands of orders are answered'),
  ORDERS_QUERY_URL: at('the queries of orders are answered'),
  PAYMENTS_COMMAND_URL: at('the commands of payments are answered'),
  PAYMENTS_QUERY_URL: at('the queries of payments are answered'),
  MAIL_QUERY_URL: at('mailboxes are shown'),
  LIVE_QUERY_URL: at('changes are told as they happen'),
  WEBHOOKS_COMMAND_URL: at('the commands of webhooks are answered'),
  WEBHOOKS_QUERY_URL: at('the queries of webhooks are answered'),
  OPERATIONS_URL: at('operators are answered'),
  FRONTEND_URL: at('the pages are'),
  ...processSettings,
});
export type GatewayConfig = z.infer<typeof GatewayConfig>;

/** The address of each upstream. */
export function addressesOf(config: GatewayConfig): Record<Upstream, string> {
  return {
    'auth-command': config.AUTH_COMMAND_URL,
    'auth-query': config.AUTH_QUERY_URL,
    'tickets-command': config.TICKETS_COMMAND_URL,
    'tickets-query': config.TICKETS_QUERY_URL,
    'orders-command': config.ORDERS_COMMAND_URL,
    'orders-query': config.ORDERS_QUERY_URL,
    'payments-command': config.PAYMENTS_COMMAND_URL,
    'payments-query': config.PAYMENTS_QUERY_URL,
    'mail-query': config.MAIL_QUERY_URL,
    'live-query': config.LIVE_QUERY_URL,
    'webhooks-command': config.WEBHOOKS_COMMAND_URL,
    'webhooks-query': config.WEBHOOKS_QUERY_URL,
    operations: config.OPERATIONS_URL,
    frontend: config.FRONTEND_URL,
  };
}
