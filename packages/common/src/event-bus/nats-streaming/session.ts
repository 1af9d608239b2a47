import { connect, type Stan } from 'node-nats-streaming';
import type { Session } from '../broker/session.ts';
import type { NatsStreamingOptions } from './nats-streaming.ts';
import { subscribe } from './subscribe.ts';

type Options = Required<Omit<NatsStreamingOptions, 'signal' | 'onError'>>;

const CONNECT_MS = 2000;

/**
 * A session with a fresh client. It never reconnects: what the server still knows of a session after a fault cannot
 * be told, so every fault ends it.
 * @throws when the server is not there, or does not know the cluster
 */
export async function openNatsStreamingSession(options: Options): Promise<Session> {
  const { clusterId, clientId, url, subject, publishTimeoutMs, redeliverAfterMs, maxInFlight } = options;
  const stan = connect(clusterId, clientId, {
    url,
    reconnect: false,
    connectTimeout: CONNECT_MS,
    ackTimeout: publishTimeoutMs,
    maxPubAcksInflight: maxInFlight,
    // A dead connection is noticed after four seconds.
    stanPingInterval: 1000,
    stanMaxPingOut: 3,
  });
  const { lost, fault, end } = faults(stan);
  await connected(stan, lost, end);

  return {
    lost,
    publish(data) {
      return new Promise((resolve, reject) => {
        const reason = fault();
        if (reason) return reject(reason);
        stan.publish(subject, data, (error) => {
          // When the connection breaks, the client calls back as if the server had acknowledged.
          const failure = fault() ?? error;
          if (failure) reject(new Error(`the commit was not acknowledged: ${failure}`, { cause: failure }));
          else resolve();
        });
      });
    },
    subscribe: (name, deliver) => subscribe(stan, { subject, redeliverAfterMs, name, deliver, lost }),
    [Symbol.asyncDispose]: end,
  };
}

/** Every way in which the client says that its session is over. */
function faults(stan: Stan) {
  const { promise: lost, resolve } = Promise.withResolvers<Error>();
  const { promise: gone, resolve: isGone } = Promise.withResolvers<void>();
  let fault: Error | undefined;
  let isOpen = true;
  for (const event of ['error', 'connection_lost', 'disconnect', 'close'])
    stan.on(event, (cause: unknown) => {
      if (event !== 'error') isOpen = false;
      if (!isOpen) isGone();
      const why = cause instanceof Error ? cause.message : (cause ?? event);
      fault ??= new Error(`NATS Streaming: ${why}`, { cause });
      resolve(fault);
    });
  return {
    lost,
    fault: () => fault,
    async end() {
      if (isOpen) stan.close();
      await gone;
    },
  };
}

async function connected(stan: Stan, lost: Promise<Error>, end: () => Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<Error | undefined>();
  stan.on('connect', () => resolve(undefined));
  // A server that accepts the connection and says nothing is not noticed by the client.
  const silent = () => resolve(new Error('NATS Streaming: the server does not answer'));
  const timer = setTimeout(silent, 2 * CONNECT_MS);
  const failure = await Promise.race([promise, lost]);
  clearTimeout(timer);
  if (!failure) return;
  await end();
  throw failure;
}
