import type { FastifyPluginAsync } from 'fastify';

/** `/livez`: the process answers. `/readyz`: it can do its work. Not part of the API, not on the public route. */
export function health(isReady: () => boolean): FastifyPluginAsync {
  return async (app) => {
    app.get('/livez', { schema: { hide: true } as object }, async () => ({ status: 'ok' }));
    app.get('/readyz', { schema: { hide: true } as object }, async (_request, reply) =>
      isReady() ? { status: 'ok' } : reply.code(503).send({ status: 'not ready' }),
    );
  };
}
