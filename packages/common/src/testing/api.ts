import type { ErrorCode } from '@boxoffice/contracts';
import { errorCatalogue, Problem } from '@boxoffice/contracts';
import { expect } from 'vitest';
import type { EventLog } from '../event-log/event-log.ts';
import { openSqliteEventLog } from '../event-log/sqlite.ts';
import { createServer, type Routes, type SessionOptions, sessionCookie, sessions } from '../http/index.ts';
import { createLogger } from '../http/logger.ts';
import { memoryReadModels } from '../read-models/memory.ts';
import type { ReadModels } from '../read-models/read-models.ts';
import { type TestClock, testClock } from './clock.ts';
import { claims, SECRET, token } from './token.ts';

export interface TestParts {
  readonly log: EventLog;
  readonly readModels: ReadModels;
  readonly clock: TestClock;
}

interface Setup {
  routes(parts: TestParts): Routes[];
  /** Brings the read models up to the log; done before each request. */
  catchUp?(parts: TestParts): Promise<unknown>;
  /** Everybody may do what is not for operators, without. */
  accessOf?(parts: TestParts): SessionOptions['accessOf'];
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Request {
  /** Whose browser sends it, from a page of the market; nobody's without. */
  readonly as?: string;
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const SESSION = '5e551000-0000-4000-8000-00000000000f';

/** The routes of a context on a server of ours, with parts in memory, asked without a network. */
export async function startApi({ routes, catchUp, accessOf = () => async () => ({ isOperator: false }) }: Setup) {
  const stack = new AsyncDisposableStack();
  const clock = testClock();
  const parts = { clock, log: stack.use(openSqliteEventLog(':memory:')), readModels: stack.use(memoryReadModels()) };
  const app = await createServer({ logger: createLogger('silent'), trustProxy: 'loopback', secure: false });
  stack.defer(() => app.close());
  await app.register(async (api) => {
    await api.register(sessions, { secret: SECRET, secure: false, clock, accessOf: accessOf(parts) });
    for (const plugin of routes(parts)) await api.register(plugin);
  });

  // One after the other, as a projector does it: two that write one read model are in each other's way.
  let caughtUp: Promise<unknown> = Promise.resolve();

  async function send(method: Method, url: string, { as, body, headers = {} }: Request = {}) {
    caughtUp = caughtUp.then(() => catchUp?.(parts));
    await caughtUp;
    const own = as && { cookie: cookieOf(token(claims(as, SESSION))), 'sec-fetch-site': 'same-origin' };
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const reply = await app.inject({
      method,
      url,
      headers: { ...json, ...own, ...headers },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const { statusCode: status, headers: replied, cookies, body: text } = reply;
    return { status, headers: replied, cookies, text, body: text === '' ? undefined : JSON.parse(text) };
  }

  /** Sends what must be refused: with a problem document that names the field, and without a trace in the log. */
  async function refused(code: ErrorCode, field: string | undefined, ...request: Parameters<typeof send>) {
    const head = await parts.log.head();
    const reply = await send(...request);
    expect(reply).toMatchObject({ status: errorCatalogue[code].status, body: { code } });
    expect(reply.headers['content-type']).toMatch('application/problem+json');
    const { errors = [] } = Problem.strict().parse(reply.body);
    if (field !== undefined) expect(errors.map((error) => error.field)).toContain(field);
    expect(await parts.log.head()).toBe(head);
    return reply;
  }

  return { ...parts, app, send, refused, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

/** The header of a browser that has this session token. */
export function cookieOf(value: string): string {
  return `${sessionCookie(false)}=${value}`;
}
