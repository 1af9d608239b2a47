import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLUSTER, type NatsServer, natsStreamingPath, startNatsStreaming } from '../../testing/nats.ts';
import { eventBusSuite, type OpenBus } from '../event-bus.suite.ts';
import { natsStreamingEventBus } from './nats-streaming.ts';

test.runIf(natsStreamingPath ?? process.env.CI)('a NATS Streaming server is there', () => {
  expect(natsStreamingPath).toBeDefined();
});

describe.runIf(natsStreamingPath)('on a real server', () => {
  let server: NatsServer;
  beforeAll(async () => {
    server = await startNatsStreaming();
  }, 30_000);
  afterAll(() => server?.[Symbol.asyncDispose]());

  let count = 0;
  const open: OpenBus = (options) => {
    count += 1;
    return natsStreamingEventBus({
      url: server.url,
      clusterId: CLUSTER,
      clientId: 'test',
      subject: `test.${count}`,
      onError: () => undefined,
      ...options,
    });
  };
  eventBusSuite('NATS Streaming', open);
});
