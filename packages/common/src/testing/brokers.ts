import { DiscardPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { connect as connectStan } from 'node-nats-streaming';
import type { Broker } from '../event-bus/broker-event-bus.suite.ts';
import type { OpenBus } from '../event-bus/event-bus.suite.ts';
import { jetStreamEventBus } from '../event-bus/jetstream/jetstream.ts';
import { natsStreamingEventBus } from '../event-bus/nats-streaming/nats-streaming.ts';
import { CLUSTER } from './nats.ts';
import type { Server } from './server.ts';

const onError = () => undefined;

/** NATS Streaming as a broker for tests, wherever its servers are started. */
export function natsStreamingBroker(start: (more?: readonly string[]) => Promise<Server>): Broker {
  return {
    start: () => start(),
    startSmall: () => start(['-mm', '5']),
    open: ({ url }, options) => natsStreamingEventBus({ url, clusterId: CLUSTER, clientId: 'test', ...options }),
    async publishRaw({ url }, data) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const stan = connectStan(CLUSTER, 'raw', { url });
      stan.on('connect', () => stan.publish('boxoffice.commits', data, (error) => (error ? reject(error) : resolve())));
      await promise;
      stan.close();
    },
  };
}

/** JetStream as a broker for tests, wherever its servers are started. */
export function jetStreamBroker(start: () => Promise<Server>): Broker {
  return {
    start,
    async startSmall() {
      const server = await start();
      const connection = await connect({ servers: server.url });
      const { streams } = await jetstreamManager(connection);
      // One that refuses what is beyond its limit, as somebody who runs the server may have made it.
      await streams.add({
        name: 'boxoffice',
        subjects: ['boxoffice.commits'],
        max_msgs: 5,
        discard: DiscardPolicy.New,
      });
      await connection.close();
      return server;
    },
    open: ({ url }, options) => jetStreamEventBus({ url, ...options }),
    async publishRaw({ url }, data) {
      const connection = await connect({ servers: url });
      await jetstream(connection).publish('boxoffice.commits', data);
      await connection.close();
    },
  };
}

/** Opens buses that nobody else is on, on one server that is there by then. */
export function openNatsStreaming(server: () => Server): OpenBus {
  let count = 0;
  return (options) => {
    count += 1;
    const place = { url: server().url, clusterId: CLUSTER, clientId: 'test', subject: `test.${count}` };
    return natsStreamingEventBus({ ...place, onError, ...options });
  };
}

/** Opens buses that nobody else is on, on one server that is there by then. */
export function openJetStream(server: () => Server): OpenBus {
  let count = 0;
  return (options) => {
    count += 1;
    return jetStreamEventBus({ url: server().url, stream: `test-${count}`, onError, ...options });
  };
}
