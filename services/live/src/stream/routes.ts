import { Busy, type EventLog, InvalidInput, streamMetrics } from '@boxoffice/common';
import { eventStream, type Routes, refusals, signedIn } from '@boxoffice/common/http';
import { StreamChanges, StreamQuery } from '@boxoffice/contracts';
import type { FastifyRequest } from 'fastify';
import { startLive } from './live.ts';
import { type Limits, placesFor } from './places.ts';

export interface StreamDependencies {
  readonly log: EventLog;
  /** Aborted when the process is told to stop: connections would last for ever otherwise. */
  readonly stopping: AbortSignal;
  /** How many commits one may have missed and be told of them. */
  readonly keep?: number;
  readonly limits?: Limits;
}

const KEEP = 5000;
const LIMITS: Limits = { all: 10_000, each: 100 };

/** Changes, told as they happen. */
export function streamQueries({ log, stopping, keep = KEEP, limits = LIMITS }: StreamDependencies): Routes {
  return async (app) => {
    const onError = (err: unknown) => app.log.error({ err }, (err as Error).message);
    const live = startLive({ log, onError, keep });
    const places = placesFor(limits);
    stopping.addEventListener('abort', live.endAll);
    app.addHook('onClose', async () => {
      stopping.removeEventListener('abort', live.endAll);
      await live[Symbol.asyncDispose]();
    });
    await live.started;

    app.get(
      '/api/stream',
      {
        // It would wait for an end.
        exposeHeadRoute: false,
        schema: {
          tags: ['stream'],
          querystring: StreamQuery,
          response: {
            200: { description: 'Server-Sent Events', content: { 'text/event-stream': { schema: StreamChanges } } },
            ...refusals('not-signed-in'),
          },
        },
      },
      async (request, reply) => {
        if (stopping.aborted) throw new Busy('This part of the market is stopping', 1);
        const { session, query, ip } = request;
        const followed = {
          tickets: new Set(query.tickets),
          userId: query.orders && signedIn(request).userId,
          session: session ?? undefined,
        };
        const after = lastEventId(request) ?? query.after;
        const leave = places.take(session?.sessionId ?? ip);
        const stream = eventStream(reply, {
          // Not all at the same time, when many are cut off.
          retry: Math.round(1000 + 2000 * Math.random()),
          onClose(why) {
            live.leave(stream);
            leave();
            streamMetrics.closed(why);
          },
        });
        streamMetrics.opened();
        live.join(stream, followed, after).catch((error) => {
          onError(error);
          stream.end();
        });
        // The contract is that of what comes in pieces.
        return reply.send(stream.payload as never);
      },
    );
  };
}

/** Where a client that comes back goes on. */
function lastEventId({ headers }: FastifyRequest): number | undefined {
  const value = headers['last-event-id'];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !/^\d{1,15}$/.test(value))
    throw new InvalidInput([{ field: 'Last-Event-ID', message: 'must be a position, as 42' }]);
  return Number(value);
}
