import type { CurrentUserReply } from '@boxoffice/contracts';
import { redirect } from 'next/navigation';
import { api } from './api.ts';
import { signInTo } from './safe-next.ts';

type Viewer = NonNullable<CurrentUserReply['currentUser']>;

export async function viewer(): Promise<Viewer | null> {
  return (await api.currentUser()).currentUser;
}

/** Who is signed in; others are sent to sign in first and come back to `path`. */
export async function requireViewer(path: string): Promise<Viewer> {
  return (await viewer()) ?? redirect(signInTo(path));
}
