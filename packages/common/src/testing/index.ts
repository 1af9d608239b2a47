export { cookieOf, startApi, type TestParts } from './api.ts';
export { later, NOW, type TestClock, testClock } from './clock.ts';
export { commitsOf, type Happened, record } from './commits.ts';
export { given, stateOf } from './given.ts';
export { bytes, delivered, deliveries, modelOf, projected } from './projected.ts';
export { claims, SECRET, token } from './token.ts';
