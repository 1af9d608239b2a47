import { catchUp, openSqliteVault, type Vault } from '@boxoffice/common';
import { accessIn, sessionCookie } from '@boxoffice/common/http';
import { cookieOf, startApi } from '@boxoffice/common/testing';
import { access } from './access/projection.ts';
import { type Passwords, scryptPasswords } from './password/password.ts';
import { userCommands, userQueries } from './user/routes.ts';

interface Parts {
  readonly passwords?: Passwords;
  readonly vault?: Vault;
}

/** All routes of users, on parts in memory. */
export async function startAuth({ passwords = scryptPasswords(10), vault = openSqliteVault(':memory:') }: Parts = {}) {
  const api = await startApi({
    routes: ({ log, clock }) => [
      userCommands({ log, clock, vault, passwords, secure: false, emailKey: 'hides addresses' }),
      userQueries({ vault }),
    ],
    catchUp: ({ log, readModels }) => catchUp([access], log, readModels),
    accessOf: ({ readModels }) => accessIn(readModels),
  });
  return { ...api, vault };
}

interface Reply {
  readonly cookies: readonly { name: string; value: string }[];
}

/** The headers of a browser that got this reply. */
export function browserOf({ cookies }: Reply): Record<string, string> {
  const session = cookies.find(({ name }) => name === sessionCookie(false));
  if (!session) throw new Error('the reply began no session');
  return { cookie: cookieOf(session.value), 'sec-fetch-site': 'same-origin' };
}
