import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, register } from 'prom-client';
import { ready } from '../metrics/ready.ts';

export interface MetricsOptions {
  /** The server can be reached by the public: others than this machine are told that there is no such route. */
  readonly localOnly: boolean;
  /** Whether the process can do its work, which is measured as well. */
  readonly isReady?: () => boolean;
}

/** What a proxy says of those who stand behind it. */
const forwarded = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/** `/metrics`: what Prometheus asks for, and nobody else should (security.md 46). */
export function metricsRoute({ localOnly, isReady }: MetricsOptions): FastifyPluginAsync {
  // Once in a process, however many servers it has.
  if (!register.getSingleMetric('process_start_time_seconds')) collectDefaultMetrics();
  return async (app) => {
    app.get('/metrics', { schema: { hide: true } as object }, async (request, reply) => {
      if (localOnly && !isFromHere(request)) return reply.callNotFound();
      if (isReady) ready.set(isReady() ? 1 : 0);
      return reply.type(register.contentType).send(await register.metrics());
    });
  };
}

/** Asked of the connection itself: what a header says of the client is not believed here. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const isLoopback = /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
  return isLoopback && forwarded.every((name) => headers[name] === undefined);
}
