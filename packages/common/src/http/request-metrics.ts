import plugin from 'fastify-plugin';
import { httpRequestSeconds } from '../metrics/http.ts';

/** Times every request, by the pattern of its route: an address would be a metric of its own, and may name a person. */
export const requestMetrics = plugin(async (app) => {
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const labels = { method, route: routeOptions.url ?? 'none', status: `${Math.floor(reply.statusCode / 100)}xx` };
    httpRequestSeconds.observe(labels, reply.elapsedTime / 1000);
  });
});
