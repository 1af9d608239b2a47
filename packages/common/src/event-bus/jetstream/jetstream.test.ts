import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NatsServer, natsServerPath, startNatsServer } from '../../testing/nats.ts';
import { eventBusSuite, type OpenBus } from '../event-bus.suite.ts';
import { jetStreamEventBus } from './jetstream.ts';

test.runIf(natsServerPath ?? process.env.CI)('a NATS server is there', () => {
  expect(natsServerPath).toBeDefined();
});

describe.runIf(natsServerPath)('on a real server', () => {
  let server: NatsServer;
  beforeAll(async () => {
    server = await startNatsServer();
  }, 30_000);
  afterAll(() => server?.[Symbol.asyncDispose]());

  let count = 0;
  const open: OpenBus = (options) => {
    count += 1;
    return jetStreamEventBus({
      url: server.url,
      stream: `test-${count}`,
      onError: () => undefined,
      ...options,
    });
  };
  eventBusSuite('JetStream', open);
});
