import { catchUp, openSqliteVault, type Vault } from '@boxoffice/common';
import { accessIn, sessionCookie } from '@boxoffice/common/http';
import { cookieOf, startApi } from '@boxoffice/common/testing';
import type { UserView } from '@boxoffice/contracts';
import { access } from './access/projection.ts';
import { commands, queries } from './context.ts';
import { credentials } from './controls.ts';
import { type Passwords, scryptPasswords } from './password/password.ts';

interface Parts {
  readonly passwords?: Passwords;
  readonly vault?: Vault;
}

/** All routes of users, on parts in memory. */
export async function startAuth({ passwords = scryptPasswords(10), vault = openSqliteVault(':memory:') }: Parts = {}) {
  const api = await startApi({
    routes: ({ log, clock, readModels }) => [
      commands({ log, clock, vault, passwords, secure: false, emailKey: 'hides addresses' }),
      queries({ log, clock, readModels, vault }),
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

/** All routes of users, one of whom has signed up. */
export async function startWithZoe(parts: Parts = {}) {
  const api = await startAuth(parts);
  const reply = await api.send('POST', '/api/users/signup', { body: credentials });
  const zoe: UserView = reply.body;
  /** Who is signed in, in this browser. */
  const whoIs = async (headers: Record<string, string>) =>
    (await api.send('GET', '/api/users/currentuser', { headers })).body.currentUser?.id;
  const signIn = async (password = credentials.password) =>
    browserOf(await api.send('POST', '/api/users/signin', { body: { ...credentials, password } }));
  return { ...api, zoe, browser: browserOf(reply), whoIs, signIn };
}
