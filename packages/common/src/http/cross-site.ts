import type { FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { CrossSiteRequest } from '../errors.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that a browser sends from another site (security.md 13). `SameSite` on the cookie stands before
 * it; this one holds where the cookie's does not. A client without cookies has nothing that could be abused.
 */
export const crossSite = plugin(async (app) => {
  app.addHook('onRequest', async (request) => {
    if (!safe.has(request.method) && !isOwn(request)) throw new CrossSiteRequest();
  });
});

function isOwn({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (headers.origin !== undefined) return URL.canParse(headers.origin) && new URL(headers.origin).host === host;
  return headers.cookie === undefined;
}
