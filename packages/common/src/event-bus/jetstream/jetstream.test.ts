import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openJetStream } from '../../testing/brokers.ts';
import { type NatsServer, natsServerPath, startNatsServer } from '../../testing/nats.ts';
import { eventBusSuite } from '../event-bus.suite.ts';

test.runIf(natsServerPath ?? process.env.CI)('a NATS server is there', () => {
  expect(natsServerPath).toBeDefined();
});

describe.runIf(natsServerPath)('on a real server', () => {
  let server: NatsServer;
  beforeAll(async () => {
    server = await startNatsServer();
  }, 30_000);
  afterAll(() => server?.[Symbol.asyncDispose]());

  eventBusSuite(
    'JetStream',
    openJetStream(() => server),
  );
});
