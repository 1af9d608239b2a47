import { type Clock, type EventLog, handle, type Vault } from '@boxoffice/common';
import {
  commandContext,
  commandRefusals,
  Empty,
  type Routes,
  refusals,
  sessionCookies,
  setPosition,
  signedIn,
} from '@boxoffice/common/http';
import { CurrentUserReply, SignIn, SignUp, UserView } from '@boxoffice/contracts';
import type { Passwords } from '../password/password.ts';
import { emailStreamId } from './email-claim.ts';
import { session } from './session.ts';
import { signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';

export interface AuthDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly passwords: Passwords;
  /** Browsers come by HTTPS: cookies are `Secure`. */
  readonly secure: boolean;
  /** Hides addresses in the names of streams. Changing it makes every address free again. */
  readonly emailKey: string;
}

const tags = ['users'];

/** Sign up, sign in, sign out. */
export function userCommands(dependencies: AuthDependencies): Routes {
  const { log, clock, emailKey } = dependencies;
  return async (app) => {
    const cookies = sessionCookies(app, dependencies);

    app.post(
      '/api/users/signup',
      { schema: { tags, body: SignUp, response: { 201: UserView, ...commandRefusals('email-taken') } } },
      async (request, reply) => {
        const { email } = request.body;
        const step = emailStreamId(email, emailKey);
        const context = commandContext(request, { clock, actor: 'anonymous', step });
        const { userId, sessionId, position } = await signUp(dependencies, request.body, context);
        cookies.start(reply, { userId, sessionId });
        setPosition(request, reply, position);
        return reply.code(201).send({ id: userId, email });
      },
    );

    app.post(
      '/api/users/signin',
      { schema: { tags, body: SignIn, response: { 200: UserView, ...commandRefusals('wrong-credentials') } } },
      async (request, reply) => {
        const step = emailStreamId(request.body.email, emailKey);
        const context = commandContext(request, { clock, actor: 'anonymous', step });
        const { userId, sessionId, person, position } = await signIn(dependencies, request.body, context);
        cookies.start(reply, { userId, sessionId });
        setPosition(request, reply, position);
        return { id: userId, email: person.email };
      },
    );

    app.post(
      '/api/users/signout',
      { schema: { tags, response: { 204: Empty, ...commandRefusals() } } },
      async (request, reply) => {
        cookies.end(reply);
        reply.header('clear-site-data', '"cache"');
        if (!request.session) return reply.code(204).send();
        const { userId, sessionId } = signedIn(request);
        const context = commandContext(request, { clock, actor: userId });
        const outcome = await handle(log, context, async (load) => {
          const present = await load(session, sessionId);
          present.emit(session.decide({ type: 'End', userId, sessionId }, present.state));
        });
        setPosition(request, reply, outcome.position);
        return reply.code(204).send();
      },
    );
  };
}

/** Who am I. */
export function userQueries({ vault }: Pick<AuthDependencies, 'vault'>): Routes {
  return async (app) => {
    app.get(
      '/api/users/currentuser',
      { schema: { tags, response: { 200: CurrentUserReply, ...refusals() } } },
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        const { session } = request;
        const person = session && (await vault.get(session.userId));
        if (!person) return { currentUser: null };
        return { currentUser: { id: person.userId, email: person.email, isOperator: session.isOperator } };
      },
    );
  };
}
