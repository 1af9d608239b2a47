import { describe } from 'vitest';
import { natsStreamingBroker } from '../../testing/brokers.ts';
import { natsStreamingPath, startNatsStreaming } from '../../testing/nats.ts';
import { brokerEventBusSuite } from '../broker-event-bus.suite.ts';

describe.runIf(natsStreamingPath)('on a real server', () => {
  brokerEventBusSuite('NATS Streaming', natsStreamingBroker(startNatsStreaming));
});
