import { CLUSTER, startMongod, startNatsServer, startNatsStreaming } from '@boxoffice/common/testing';

/** Where the processes find MongoDB and the bus: the settings of the same names. */
export interface Servers {
  readonly MONGODB_URL: string;
  readonly NATS_URL: string;
  readonly BUS: string;
  readonly NATS_CLUSTER_ID: string;
}

/** A database of its own on a server. */
export function newDatabase(url: string): string {
  const address = new URL(url);
  address.pathname = `/market-${crypto.randomUUID()}`;
  return address.href;
}

/** Starts servers of this machine, as processes. */
export async function startServers(
  stack: AsyncDisposableStack,
  BUS: 'nats-streaming' | 'jetstream' = 'nats-streaming',
): Promise<Servers> {
  const { url: MONGODB_URL } = stack.use(await startMongod());
  const { url: NATS_URL } = stack.use(await (BUS === 'jetstream' ? startNatsServer() : startNatsStreaming()));
  return { MONGODB_URL, NATS_URL, BUS, NATS_CLUSTER_ID: CLUSTER };
}
