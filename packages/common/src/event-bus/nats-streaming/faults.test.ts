import { connect } from 'node-nats-streaming';
import { describe } from 'vitest';
import { CLUSTER, natsStreamingPath, startNatsStreaming } from '../../testing/nats.ts';
import { brokerEventBusSuite } from '../broker-event-bus.suite.ts';
import { natsStreamingEventBus } from './nats-streaming.ts';

describe.runIf(natsStreamingPath)('on a real server', () => {
  brokerEventBusSuite('NATS Streaming', {
    start: () => startNatsStreaming(),
    startSmall: () => startNatsStreaming(['-mm', '5']),
    open: ({ url }, options) => natsStreamingEventBus({ url, clusterId: CLUSTER, clientId: 'test', ...options }),
    async publishRaw({ url }, data) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const stan = connect(CLUSTER, 'raw', { url });
      stan.on('connect', () => stan.publish('boxoffice.commits', data, (error) => (error ? reject(error) : resolve())));
      await promise;
      stan.close();
    },
  });
});
