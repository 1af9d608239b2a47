import type { Clock, EventLog, ReadModels } from '@boxoffice/common';
import {
  caughtUp,
  commandContext,
  commandRefusals,
  Empty,
  type Routes,
  refusals,
  sessionCookies,
  setPosition,
  signedIn,
} from '@boxoffice/common/http';
import { type Access, accessModel, Id, PasswordConfirmation, SessionsReply } from '@boxoffice/contracts';
import { z } from 'zod';
import { confirmPassword } from '../account/confirm-password.ts';
import type { AuthDependencies } from '../user/routes.ts';
import { endSession, endSessions } from './end-session.ts';
import { openSessions } from './open-sessions.ts';

const tags = ['users'];

/** End one of one's own sessions, or all of them. */
export function ownSessionsCommands(dependencies: AuthDependencies): Routes {
  const { log, clock } = dependencies;
  return async (app) => {
    const cookies = sessionCookies(app, dependencies);

    app.delete(
      '/api/users/sessions/:id',
      {
        schema: {
          tags,
          params: z.strictObject({ id: Id }),
          body: PasswordConfirmation,
          response: { 204: Empty, ...commandRefusals('not-signed-in', 'wrong-credentials', 'session-not-found') },
        },
      },
      async (request, reply) => {
        const { userId, sessionId: current } = signedIn(request);
        const { id: sessionId } = request.params;
        const context = commandContext(request, { clock, actor: userId });
        await confirmPassword(dependencies, userId, request.body.password);
        const { position } = await endSession(log, { userId, sessionId }, context);
        if (sessionId === current) cookies.end(reply);
        setPosition(request, reply, position);
        return reply.code(204).send();
      },
    );

    app.post(
      '/api/users/signout-everywhere',
      { schema: { tags, response: { 204: Empty, ...commandRefusals('not-signed-in') } } },
      async (request, reply) => {
        const { userId } = signedIn(request);
        const context = commandContext(request, { clock, actor: userId });
        const { position } = await endSessions(log, userId, context);
        cookies.end(reply);
        reply.header('clear-site-data', '"cache"');
        setPosition(request, reply, position);
        return reply.code(204).send();
      },
    );
  };
}

interface QueryDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly readModels: ReadModels;
}

/** One's own open sessions. */
export function ownSessionsQueries({ log, clock, readModels }: QueryDependencies): Routes {
  const access = readModels.reader<Access>(accessModel);
  return async (app) => {
    app.get(
      '/api/users/sessions',
      { schema: { tags, response: { 200: SessionsReply, ...refusals('not-signed-in', 'not-caught-up') } } },
      async (request, reply) => {
        const { userId, sessionId } = signedIn(request);
        reply.header('cache-control', 'no-store');
        await caughtUp(request, reply, access, log);
        const open = await openSessions(access, userId, clock.now());
        return { items: open.map((session) => ({ ...session, current: session.id === sessionId })) };
      },
    );
  };
}
