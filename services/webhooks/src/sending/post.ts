import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isPublicHost } from './check-url.ts';
import { AddressRefused, publicLookup, type Resolve } from './public-address.ts';

/** What became of a message: what was answered, or why nothing was. */
export type Posted = { readonly status: number } | { readonly failure: string };

export interface PostOptions {
  /** Receivers may be on this machine or in this network, and without TLS. */
  readonly allowPrivate: boolean;
  /** Milliseconds until the answer must be there. */
  readonly timeoutMs?: number;
  readonly resolve?: Resolve;
}

export type Post = (
  url: string,
  message: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  signal?: AbortSignal,
) => Promise<Posted>;

/** How long a receiver may take, as others give it. */
const TIMEOUT = 10_000;
/** Bytes of an answer that are read: nothing in it matters but its status. */
const ANSWER_LIMIT = 16 * 1024;

/**
 * Posts messages to receivers, who are strangers: over TLS, to public addresses, on a connection of its own each time. A
 * redirect is an answer like any other and is not followed.
 */
export function poster({ allowPrivate, timeoutMs = TIMEOUT, resolve }: PostOptions): Post {
  const reach: RequestOptions = allowPrivate ? {} : { lookup: publicLookup(resolve) };

  return async (url, { headers, body }, signal) => {
    const { protocol, hostname } = new URL(url);
    // An address that is written as such is connected to without being looked up.
    if (!allowPrivate && (protocol !== 'https:' || !isPublicHost(hostname))) return { failure: 'address-refused' };
    const request = protocol === 'https:' ? requestHttps : requestHttp;
    const timeout = AbortSignal.timeout(timeoutMs);
    const options: RequestOptions = {
      ...reach,
      method: 'POST',
      agent: false,
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Boxoffice-Webhooks/1',
      },
    };
    return new Promise((resolve) => {
      let answered: Posted | undefined;
      const sent = request(url, options, (answer) => {
        answered = { status: answer.statusCode ?? 0 };
        readSome(answer, () => resolve(answered as Posted));
      });
      sent.on('error', (error) => resolve(answered ?? { failure: failureOf(error, timeout) }));
      sent.end(body);
    });
  };
}

/** Reads an answer to its end or to the limit, whichever comes first; one that breaks off has been answered too. */
function readSome(answer: IncomingMessage, done: () => void): void {
  let length = 0;
  answer.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > ANSWER_LIMIT) answer.destroy();
  });
  answer.on('error', () => undefined);
  answer.on('close', done);
}

/** A word for the owner's eyes: of errors, their code alone. */
function failureOf(error: Error & { code?: unknown; cause?: unknown }, timeout: AbortSignal): string {
  if (timeout.aborted) return 'timeout';
  if (error instanceof AddressRefused) return 'address-refused';
  return typeof error.code === 'string' ? error.code.toLowerCase() : 'no-answer';
}
