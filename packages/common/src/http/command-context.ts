import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { CommandContext } from '../commands.ts';
import { InvalidInput } from '../errors.ts';

interface Options {
  readonly clock: Clock;
  readonly actor: string;
  /** What a repetition must have in common with the first request, beside the key and the address; nothing secret. */
  readonly body?: unknown;
  /** Tells this command from others of the same request. */
  readonly step?: string;
}

/**
 * The command that a request stands for. With an `Idempotency-Key` the command's id follows from the key, the actor
 * and the route: sent again, it finds its first outcome, and nobody else's.
 * @throws {InvalidInput} the key is empty or too long
 */
export function commandContext(request: FastifyRequest, { clock, actor, body, step = '' }: Options): CommandContext {
  const key = idempotencyKey(request);
  const route = `${request.method} ${request.routeOptions.url}`;
  request.command = {
    commandId: key === undefined ? crypto.randomUUID() : digest([actor, route, key, step]),
    mayRepeat: key !== undefined,
    correlationId: request.id,
    actor,
    fingerprint: key === undefined ? undefined : digest([body ?? null, request.params ?? null]),
    at: clock.now(),
  };
  return request.command;
}

/** The caller's own name for the request, if it has one. */
export function idempotencyKey({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(key))
    throw new InvalidInput([{ field: 'Idempotency-Key', message: 'must be 1 to 128 visible ASCII characters' }]);
  return key;
}

function digest(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
