import {
  commandContext,
  commandRefusals,
  Empty,
  type Routes,
  sessionCookies,
  setPosition,
  signedIn,
} from '@boxoffice/common/http';
import { ChangePassword, PasswordConfirmation } from '@boxoffice/contracts';
import type { AuthDependencies } from '../user/routes.ts';
import { changePassword } from './change-password.ts';
import { forget } from './forget.ts';

const tags = ['users'];

/** What one does to one's own account. */
export function accountCommands(dependencies: AuthDependencies): Routes {
  const { clock } = dependencies;
  return async (app) => {
    const cookies = sessionCookies(app, dependencies);

    app.put(
      '/api/users/password',
      {
        schema: {
          tags,
          body: ChangePassword,
          response: { 204: Empty, ...commandRefusals('not-signed-in', 'wrong-credentials') },
        },
      },
      async (request, reply) => {
        const { userId } = signedIn(request);
        const context = commandContext(request, { clock, actor: userId });
        const { position, ...begun } = await changePassword(dependencies, userId, request.body, context);
        cookies.start(reply, begun);
        setPosition(request, reply, position);
        return reply.code(204).send();
      },
    );

    app.post(
      '/api/users/forget',
      {
        schema: {
          tags,
          body: PasswordConfirmation,
          response: { 204: Empty, ...commandRefusals('not-signed-in', 'wrong-credentials') },
        },
      },
      async (request, reply) => {
        const { userId } = signedIn(request);
        const context = commandContext(request, { clock, actor: userId });
        const { position } = await forget(dependencies, userId, request.body, context);
        cookies.end(reply);
        reply.header('clear-site-data', '"cache", "storage"');
        setPosition(request, reply, position);
        return reply.code(204).send();
      },
    );
  };
}
