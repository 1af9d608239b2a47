import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { StartError } from '@boxoffice/common';
import type { FastifyInstance } from 'fastify';
import next from 'next';

// Its types speak of a default export inside the default export; at run time the import is the function itself.
const createClient = next as unknown as typeof next.default;
/** Bytes that a form may have (security.md 25). */
const FORM_LIMIT = 64 * 1024;
const TOO_LARGE =
  'That is more text than fits into this form. Go back, shorten it, and send it again: nothing was done.';

const dir = fileURLToPath(new URL('../../../frontend', import.meta.url));

/** There is no built client. */
export class ClientNotBuilt extends StartError {
  constructor() {
    super('The web client has not been built: run npm start, which builds it');
  }
}

/** Serves the pages from the same process and the same address as the API. */
export async function webClient(app: FastifyInstance): Promise<void> {
  if (!existsSync(`${dir}/.next/BUILD_ID`)) throw new ClientNotBuilt();
  const client = createClient({ dev: false, dir, customServer: true });
  await client.prepare();
  const handle = client.getRequestHandler();
  app.addHook('onClose', () => client.close());
  await app.register(async (pages) => {
    // Next reads the bodies of its forms itself.
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('*', (_request, _payload, done) => done(null));
    pages.all('/*', { schema: { hide: true } as object }, async (request, reply) => {
      if (Number(request.headers['content-length'] ?? 0) > FORM_LIMIT)
        return reply.code(413).type('text/plain; charset=utf-8').send(TOO_LARGE);
      reply.hijack();
      // What the pages pass on to the API is what we know of the client, not what it says of itself.
      request.raw.headers['x-forwarded-for'] = request.ip;
      request.raw.headers['x-forwarded-proto'] = request.protocol;
      await handle(request.raw, reply.raw);
      return reply;
    });
  });
  app.all('/api/*', { schema: { hide: true } as object }, (_request, reply) => reply.callNotFound());
}
