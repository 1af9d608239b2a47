import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNatsStreaming } from '../../testing/brokers.ts';
import { type NatsServer, natsStreamingPath, startNatsStreaming } from '../../testing/nats.ts';
import { eventBusSuite } from '../event-bus.suite.ts';

test.runIf(natsStreamingPath ?? process.env.CI)('a NATS Streaming server is there', () => {
  expect(natsStreamingPath).toBeDefined();
});

describe.runIf(natsStreamingPath)('on a real server', () => {
  let server: NatsServer;
  beforeAll(async () => {
    server = await startNatsStreaming();
  }, 30_000);
  afterAll(() => server?.[Symbol.asyncDispose]());

  eventBusSuite(
    'NATS Streaming',
    openNatsStreaming(() => server),
  );
});
