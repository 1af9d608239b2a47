import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** One event of a stream. A client that has seen it says its `id` when it comes back. */
export interface ServerSentEvent {
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

/** Server-Sent Events to one client (HTML Living Standard, 9.2). */
export interface EventStream {
  send(event: ServerSentEvent): void;
  /** Keeps the connection alive, and moves the place from which the client would go on. */
  beat(id: number): void;
  /** Ends it in good order: what was sent arrives, and the client comes back. */
  end(): void;
}

export interface EventStreamOptions {
  /** Milliseconds after which a client that was cut off comes back. */
  readonly retry: number;
  /** Called once, whoever has ended it. `slow`: the client did not read as fast as was sent. */
  readonly onClose: (why: 'ended' | 'gone' | 'slow') => void;
}

/** Bytes that may wait for a client. It costs less to let it come back than to keep them. */
const WAITING = 256 * 1024;

/** Answers with a stream of events, and goes on with it when the handler has returned `payload`. */
export function eventStream(
  reply: FastifyReply,
  { retry, onClose }: EventStreamOptions,
): EventStream & { payload: Readable } {
  let why: 'ended' | 'gone' | 'slow' = 'gone';
  const payload = new Readable({ read: () => undefined, highWaterMark: WAITING });
  payload.once('close', () => onClose(why));
  reply
    .type('text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store, no-transform')
    // After its end there is nothing to wait for: a process that stops would wait for it.
    .header('connection', 'close')
    // Proxies (nginx) pass on what they get at once.
    .header('x-accel-buffering', 'no');

  function write(lines: string): void {
    if (payload.destroyed || why === 'ended') return;
    payload.push(`${lines}\n\n`);
    if (payload.readableLength <= WAITING) return;
    why = 'slow';
    payload.destroy();
  }

  write(`retry: ${retry}`);
  return {
    payload,
    send: ({ id, event, data }) => write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}`),
    // An event without data is not dispatched, but its id counts.
    beat: (id) => write(`: still here\nid: ${id}`),
    end() {
      if (payload.destroyed || why === 'ended') return;
      why = 'ended';
      payload.push(null);
    },
  };
}
