import type { z } from 'zod';
import { apiOrigin } from '../env.ts';
import { fromBrowser, toBrowser } from './browser.ts';
import { ApiProblem, problemOf } from './problem.ts';
import { noteShown } from './shown-position.ts';

/** A payment provider may take long; longer than this, nobody waits. */
const TIMEOUT_MS = 30_000;

export interface Change {
  method: 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** The same key gives the first outcome again. */
  idempotencyKey?: string;
  /** The revision that the change was made on. */
  ifMatch?: number;
}

/** @throws {ApiProblem} the API refused or did not answer */
export async function read<Reply extends z.ZodType>(path: string, reply: Reply): Promise<z.output<Reply>> {
  const response = await exchange(path, { method: 'GET' });
  return reply.parse(await response.json());
}

/** @throws {ApiProblem} the API refused or did not answer */
export async function change<Reply extends z.ZodType>(
  path: string,
  request: Change,
  reply: Reply,
): Promise<z.output<Reply>> {
  const response = await changed(path, request);
  return reply.parse(await response.json());
}

/** A change that is answered by nothing more than that it was done. */
export async function changed(path: string, { method, body, idempotencyKey, ifMatch }: Change): Promise<Response> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
  return exchange(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
}

async function exchange(path: string, init: RequestInit & { method: string }): Promise<Response> {
  const headers = await fromBrowser();
  headers.set('accept', 'application/json');
  for (const [name, value] of Object.entries(init.headers ?? {})) headers.set(name, value);
  const response = await answer(new URL(`/api${path}`, apiOrigin()), { ...init, headers });
  if (init.method !== 'GET') await toBrowser(response);
  else noteShown(response.headers.get('event-position'));
  if (response.ok) return response;
  throw problemOf(response.status, await response.json().catch(() => undefined));
}

async function answer(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, {
      ...init,
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    throw new ApiProblem('unreachable', 503, 'No answer from the market');
  }
}
