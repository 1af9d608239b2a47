import { type ErrorCode, errorCatalogue, type FieldError, type Problem } from '@boxoffice/contracts';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Busy, ClientError, InvalidInput } from '../errors.ts';
import { fieldErrors } from './field-errors.ts';

/** Answers every error as a problem document (RFC 9457). What we did not foresee says nothing to the client. */
export const problems = plugin(async (app) => {
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, { code: 'route-not-found', message: `There is no ${request.method} at this address` }),
  );
});

export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = clientErrorOf(error);
  if (known) {
    if (known.status === 401 || known.status === 403) noteRefusal(request, known);
    if (known !== error && known.status === 503)
      request.log.warn({ err: error, correlationId: request.id }, 'the database does not answer');
    return sendProblem(request, reply, known);
  }
  request.log.error({ err: error, correlationId: request.id }, 'a request failed');
  return sendProblem(request, reply, { code: 'internal', message: 'Something on our side failed; it has been noted' });
}

/** For those who look for attempts to get in. Who asks is named by an id alone. */
function noteRefusal(request: FastifyRequest, { code }: ClientError): void {
  const { method, routeOptions, session } = request;
  request.log.info(
    { code, method, route: routeOptions?.url, actor: session?.userId, correlationId: request.id },
    'refused',
  );
}

interface Described {
  readonly code: ErrorCode;
  readonly message: string;
  readonly errors?: readonly FieldError[] | undefined;
  readonly retryAfter?: number | undefined;
}

function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, message, errors, retryAfter }: Described,
): FastifyReply {
  const { status, title } = errorCatalogue[code];
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  const problem: Problem = {
    type: `urn:boxoffice:error:${code}`,
    title,
    status,
    code,
    detail: message,
    correlationId: request.id,
    ...(errors ? { errors: [...errors] } : {}),
  };
  return reply.code(status).type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(problem);
}

/** What Fastify itself refuses, in the words of the catalogue. */
function clientErrorOf(error: FastifyError): ClientError | undefined {
  if (error instanceof ClientError) return error;
  if (isAway(error)) return new Busy('The database does not answer', 2);
  if (hasZodFastifySchemaValidationErrors(error)) return new InvalidInput(fieldErrors(error));
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ClientError('body-too-large', 'A request may have 16 KiB at most');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ClientError('unsupported-media-type', 'Send application/json');
    case 'FST_ERR_BAD_URL':
      return new InvalidInput([{ field: 'url', message: 'cannot be decoded' }]);
    default:
      // Malformed JSON, `__proto__`, an empty body: the message speaks of the request alone.
      if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
        return new InvalidInput([{ field: 'body', message: `cannot be read: ${error.message}` }]);
      return undefined;
  }
}

/** By name: the embedded market has no driver to ask. Of a change it is not known whether it was made; its key tells. */
const away = /^Mongo(Network|ServerSelection|NotConnected|PoolCleared|Topology)|^UnknownOutcomeError$/;

function isAway(error: Error): boolean {
  return away.test(error.name) || (error.cause instanceof Error && away.test(error.cause.name));
}
