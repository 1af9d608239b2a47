import { afterAll, beforeAll } from 'vitest';
import { jetStreamBroker, openJetStream } from '../../testing/brokers.ts';
import { images, startNatsContainer } from '../../testing/containers.ts';
import { onContainers } from '../../testing/on-containers.ts';
import type { Server } from '../../testing/server.ts';
import { brokerEventBusSuite } from '../broker-event-bus.suite.ts';
import { eventBusSuite } from '../event-bus.suite.ts';

onContainers(images.nats, () => {
  let server: Server;
  beforeAll(async () => {
    server = await startNatsContainer();
  }, 60_000);
  afterAll(() => server?.[Symbol.asyncDispose]());

  eventBusSuite(
    'JetStream',
    openJetStream(() => server),
  );
  brokerEventBusSuite('JetStream', jetStreamBroker(startNatsContainer));
});
