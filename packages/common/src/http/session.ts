import jwt from '@fastify/jwt';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { NotAnOperator, NotSignedIn } from '../errors.ts';

export interface Session {
  readonly userId: string;
  readonly sessionId: string;
}

/** The session of a request, and what its user may do. */
export interface Visitor extends Session {
  readonly isOperator: boolean;
}

export interface SessionOptions {
  /** Signs the cookie: 32 bytes or more, the same in every service. */
  readonly secret: string;
  /** The market is reached by HTTPS: the cookie is `Secure` and has the `__Host-` prefix. */
  readonly secure: boolean;
  readonly clock: Clock;
  /** What the user of a session may do; nothing for a session that has ended. */
  readonly accessOf: (session: Session) => Promise<Pick<Visitor, 'isOperator'> | undefined>;
}

declare module 'fastify' {
  interface FastifyRequest {
    session: Visitor | null;
  }
}

/** Seconds after which one has to sign in again (security.md 6). */
export const SESSION_LIFE = 12 * 60 * 60;
const ISSUER = 'boxoffice';

const Claims = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.int() });

/** Seconds by which clocks may differ. */
const LEEWAY = 5;

/** Who is asking: a signed cookie that scripts cannot read, and that is worth nothing once its session has ended. */
export const sessions = plugin(async (app: FastifyInstance, { secret, secure, clock, accessOf }: SessionOptions) => {
  const name = sessionCookie(secure);
  await app.register(jwt, {
    secret,
    sign: { algorithm: 'HS256', iss: ISSUER, aud: ISSUER, expiresIn: SESSION_LIFE },
    verify: {
      algorithms: ['HS256'],
      allowedIss: ISSUER,
      allowedAud: ISSUER,
      // Without this a claim that is not there passes.
      requiredClaims: ['iss', 'aud', 'exp', 'sub', 'sid'],
      checkTyp: 'JWT',
      // By our clock instead: below.
      ignoreExpiration: true,
    },
  });
  app.decorateRequest('session', null);
  app.addHook('onRequest', async (request) => {
    const session = readToken(app, request.cookies[name], Date.parse(clock.now()) / 1000);
    const access = session && (await accessOf(session));
    if (session && access) request.session = { ...session, ...access };
  });
});

/** Begins and ends sessions: for the one service that knows passwords. Where {@link sessions} is registered. */
export function sessionCookies(app: FastifyInstance, { secure, clock }: Pick<SessionOptions, 'secure' | 'clock'>) {
  const name = sessionCookie(secure);
  const attributes = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
  return {
    start(reply: FastifyReply, { userId, sessionId }: Session): void {
      const iat = Math.floor(Date.parse(clock.now()) / 1000);
      const token = app.jwt.sign({ sub: userId, sid: sessionId, iat });
      reply.setCookie(name, token, { ...attributes, maxAge: SESSION_LIFE });
    },
    end(reply: FastifyReply): void {
      reply.clearCookie(name, attributes);
    },
  };
}

/** The cookie's name: browsers accept `__Host-` over HTTPS alone, so plain-HTTP localhost goes without. */
export function sessionCookie(secure: boolean): string {
  return secure ? '__Host-boxoffice-session' : 'boxoffice-session';
}

/**
 * The session of the request.
 * @throws {NotSignedIn} there is none
 */
export function signedIn(request: FastifyRequest): Visitor {
  if (!request.session) throw new NotSignedIn();
  return request.session;
}

/**
 * The session of an operator.
 * @throws {NotSignedIn} there is none
 * @throws {NotAnOperator} it is somebody else's
 */
export function operator(request: FastifyRequest): Visitor {
  const visitor = signedIn(request);
  if (!visitor.isOperator) throw new NotAnOperator();
  return visitor;
}

function readToken(app: FastifyInstance, token: string | undefined, now: number): Session | null {
  if (token === undefined) return null;
  try {
    const { sub, sid, exp } = Claims.parse(app.jwt.verify(token));
    if (exp + LEEWAY <= now) return null;
    return { userId: sub, sessionId: sid };
  } catch {
    return null;
  }
}
