export { cookieOf, startApi, type TestParts } from './api.ts';
export { later, NOW, type TestClock, testClock } from './clock.ts';
export { commitsOf, type Happened, record } from './commits.ts';
export { type Heard, type Listener, listenTo } from './event-source.ts';
export { given, stateOf } from './given.ts';
export { askMongod, type Mongod, mongodPath, startMongod } from './mongod.ts';
export {
  CLUSTER,
  type NatsServer,
  natsServerPath,
  natsStreamingPath,
  startNatsServer,
  startNatsStreaming,
} from './nats.ts';
export { type Here, onMongod } from './on-mongod.ts';
export { freePort, programPath } from './program.ts';
export { bytes, delivered, deliveries, modelOf, projected } from './projected.ts';
export { reacted } from './reacted.ts';
export { sampled } from './sampled.ts';
export { type StripeMock, startStripeMock, stripeMockPath } from './stripe-mock.ts';
export { claims, SECRET, token } from './token.ts';
