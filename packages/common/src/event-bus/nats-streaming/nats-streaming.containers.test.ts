import { afterAll, beforeAll } from 'vitest';
import { natsStreamingBroker, openNatsStreaming } from '../../testing/brokers.ts';
import { images, startNatsStreamingContainer } from '../../testing/containers.ts';
import { onContainers } from '../../testing/on-containers.ts';
import type { Server } from '../../testing/server.ts';
import { brokerEventBusSuite } from '../broker-event-bus.suite.ts';
import { eventBusSuite } from '../event-bus.suite.ts';

onContainers(images.natsStreaming, () => {
  let server: Server;
  beforeAll(async () => {
    server = await startNatsStreamingContainer();
  }, 60_000);
  afterAll(() => server?.[Symbol.asyncDispose]());

  eventBusSuite(
    'NATS Streaming',
    openNatsStreaming(() => server),
  );
  brokerEventBusSuite('NATS Streaming', natsStreamingBroker(startNatsStreamingContainer));
});
