export { accessIn } from './access.ts';
export { commandContext, idempotencyKey } from './command-context.ts';
export { cursorPage, type Order } from './cursor-page.ts';
export { type EventStream, type EventStreamOptions, eventStream, type ServerSentEvent } from './event-stream.ts';
export { growingPage } from './growing-page.ts';
export { health } from './health.ts';
export { checkRevision, ifMatch, setRevision } from './if-match.ts';
export { createLogger } from './logger.ts';
export { type MetricsOptions, metricsRoute } from './metrics-route.ts';
export { openapi } from './openapi.ts';
export { caughtUp, setPosition } from './position.ts';
export { commandRefusals, Empty, refusals } from './replies.ts';
export type { Routes } from './routes.ts';
export { createServer, type ServerOptions } from './server.ts';
export {
  operator,
  SESSION_LIFE,
  type Session,
  type SessionOptions,
  sessionCookie,
  sessionCookies,
  sessions,
  signedIn,
  type Visitor,
} from './session.ts';
