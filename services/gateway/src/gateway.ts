import type { Readable } from 'node:stream';
import { Busy, ClientError } from '@boxoffice/common';
import proxy from '@fastify/http-proxy';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type Upstream, upstreamOf } from './upstreams.ts';

/** Bytes that a form may have; the API takes less, and says so itself (security.md 25). */
const FORM_LIMIT = 64 * 1024;

/** How long an upstream may be silent: before its answer, and between two pieces of it. Milliseconds. */
const SILENCE = { connect: { timeout: 2000 }, headersTimeout: 35_000, bodyTimeout: 60_000 };

/** How many connections an upstream may have: a stream keeps one for as long as its reader stays. */
const CONNECTIONS = 20_000;

/** How long a connection to an upstream is kept unused: less than an upstream that ends drains, so that none is cut off. */
const UNUSED = { keepAliveTimeout: 3000, keepAliveMaxTimeout: 3000 };

/** What a connection that was never made ends with: the request has reached nobody. */
const unreached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/**
 * One origin for the pages and the API. Answers are passed on as they come, so that streams stay streams; nothing is
 * sent twice, because only the client knows whether it may be.
 */
export function gateway(addresses: Readonly<Record<Upstream, string>>): FastifyPluginAsync {
  return async (app) => {
    const streams = new Set<Readable>();
    // They would never end by themselves; their readers come back.
    app.addHook('preClose', async () => {
      for (const stream of streams) stream.destroy();
    });
    await app.register(proxy, {
      upstream: '',
      undici: { ...SILENCE, ...UNUSED, connections: CONNECTIONS },
      disableRequestLogging: true,
      preHandler(request, reply, done) {
        if (!upstreamOf(request.method, request.url)) return reply.callNotFound();
        const isLarge = Number(request.headers['content-length'] ?? 0) > FORM_LIMIT;
        done(isLarge ? new ClientError('body-too-large', 'A form may have 64 KiB at most') : undefined);
      },
      replyOptions: {
        getUpstream: ({ method, url }) => addresses[upstreamOf(method, url) ?? 'frontend'],
        rewriteRequestHeaders: (request, headers) => ({ ...headers, ...forwarded(request) }),
        // What an upstream says of its connection to us is nothing that our clients should hear.
        rewriteHeaders: ({ connection: _connection, 'keep-alive': _keepAlive, ...headers }) => headers,
        retryDelay: () => null,
        onResponse(_request, reply, response) {
          const { stream } = response as unknown as { stream: Readable };
          if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) {
            streams.add(stream);
            stream.once('close', () => streams.delete(stream));
          }
          reply.send(stream);
        },
        onError: (reply, { error }) => void refuse(reply as unknown as FastifyReply, error),
      },
    });
  };
}

/** What we know of the client, not what it says of itself. */
function forwarded({ ip, protocol, host }: Pick<FastifyRequest, 'ip' | 'protocol' | 'host'>): Record<string, string> {
  return { 'x-forwarded-for': ip, 'x-forwarded-proto': protocol, 'x-forwarded-host': host };
}

function refuse(reply: FastifyReply, error: Error): FastifyReply {
  const upstream = upstreamOf(reply.request.method, reply.request.url) ?? 'nobody';
  if (codesOf(error).some((code) => unreached.includes(code)))
    return reply.send(new Busy(`The part of the market that answers this (${upstream}) cannot be reached`, 1));
  return reply.send(new ClientError('no-answer', `The part of the market that answers this (${upstream}) broke off`));
}

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { code, cause, message } = error as NodeJS.ErrnoException;
  return [code ?? '', ...message.split(/\W+/), ...codesOf(cause)];
}
