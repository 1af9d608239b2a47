import { claims, cookieOf, type Listener, listenTo, startApi, token } from '@boxoffice/common/testing';
import { type StreamDependencies, streamQueries } from './stream/routes.ts';

const SESSION = '5e551000-0000-4000-8000-00000000000f';

interface Asked {
  /** Whose browser asks; nobody's without. */
  readonly as?: string;
  readonly sessionId?: string;
  /** What it has heard last, when it comes back. */
  readonly lastId?: number | undefined;
}

/** The stream on a log in memory, or on another, at an address of this machine. */
export async function startStream(options: Partial<StreamDependencies> = {}) {
  const stopping = new AbortController();
  const api = await startApi({
    routes: ({ log }) => [streamQueries({ log, stopping: stopping.signal, ...options })],
  });
  const url = await api.app.listen({ host: '127.0.0.1', port: 0 });

  /** Connects as a browser does. */
  function listen(query: string, { as, sessionId = SESSION, lastId }: Asked = {}): Promise<Listener> {
    return listenTo(`${url}/api/stream?${query}`, {
      ...(as && { cookie: cookieOf(token(claims(as, sessionId))) }),
      ...(lastId !== undefined && { 'last-event-id': String(lastId) }),
    });
  }

  return {
    ...api,
    log: options.log ?? api.log,
    url,
    listen,
    stop: () => stopping.abort(),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      // Clients open connections in advance, on which nothing is ever asked.
      api.app.server.closeAllConnections();
      await api[Symbol.asyncDispose]();
    },
  };
}
