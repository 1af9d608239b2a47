import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidInput, NotCaughtUp } from '../errors.ts';
import type { EventLog } from '../event-log/event-log.ts';
import type { ReadModel } from '../read-models/read-models.ts';

const COOKIE = 'event-position';
const HEADER = 'event-position';
/** Milliseconds that a query waits for a change that its sender has made. */
const PATIENCE = 2000;

/** Tells the client where its change is in the log: by header for programs, by cookie for people. */
export function setPosition(request: FastifyRequest, reply: FastifyReply, position: number): void {
  const latest = Math.max(position, cookiePosition(request) ?? 0);
  reply.header(HEADER, position);
  reply.setCookie(COOKIE, String(latest), { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 3600 });
}

/** Where the change is that a reply speaks of; nothing for a reply that speaks of none. */
export function positionOf(reply: FastifyReply): number | undefined {
  const position = reply.getHeader(HEADER);
  return typeof position === 'number' ? position : undefined;
}

/**
 * Waits until the read model shows what its reader has changed, and says which position it has reached.
 *
 * Past the deadline a header is answered 503: the program asked not to be given less. A cookie is answered with
 * what there is, marked `Event-Position-Stale: true`.
 * @throws {NotCaughtUp} the position of the header was not reached in time
 */
export async function caughtUp(
  request: FastifyRequest,
  reply: FastifyReply,
  model: ReadModel<unknown>,
  log: EventLog,
): Promise<void> {
  const asked = headerPosition(request);
  const wanted = asked ?? cookiePosition(request) ?? 0;
  if (!(await model.reached(wanted, 0)) && !(await wait(model, log, wanted))) {
    if (asked !== undefined) throw new NotCaughtUp(wanted, await model.position());
    reply.header('event-position-stale', 'true');
  }
  reply.header(HEADER, await model.position());
}

async function wait(model: ReadModel<unknown>, log: EventLog, wanted: number): Promise<boolean> {
  // A cookie from before the data folder was emptied asks for what is not there: all that is there will do.
  const head = await log.head();
  return (await model.reached(Math.min(wanted, head), PATIENCE)) && wanted <= head;
}

function headerPosition({ headers }: FastifyRequest): number | undefined {
  const value = headers[HEADER];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !/^\d{1,15}$/.test(value))
    throw new InvalidInput([{ field: 'Event-Position', message: 'must be a position, as 42' }]);
  return Number(value);
}

function cookiePosition({ cookies }: FastifyRequest): number | undefined {
  const value = cookies[COOKIE];
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}
