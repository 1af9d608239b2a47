import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidInput, RevisionStale } from '../errors.ts';

/**
 * The revision that the client has read, from `If-Match: "7"`; nothing without the header or for `*`.
 * @throws {InvalidInput} it is something else
 */
export function ifMatch({ headers }: FastifyRequest): number | undefined {
  const value = headers['if-match'];
  if (value === undefined || value === '*') return undefined;
  const match = /^"(\d{1,15})"$/.exec(value);
  if (!match) throw new InvalidInput([{ field: 'If-Match', message: 'must be a quoted revision, as "7"' }]);
  return Number(match[1]);
}

/** @throws {RevisionStale} the client has read another revision than this one */
export function checkRevision(expected: number | undefined, actual: number): void {
  if (expected !== undefined && expected !== actual) throw new RevisionStale(expected, actual);
}

/** Tells the client the revision it may send back as `If-Match`. */
export function setRevision(reply: FastifyReply, revision: number): void {
  reply.header('etag', `"${revision}"`);
}
