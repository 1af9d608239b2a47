import type { UserView } from '@boxoffice/contracts';
import { redirect } from 'next/navigation';
import { api } from './api.ts';
import { signInTo } from './safe-next.ts';

export async function viewer(): Promise<UserView | null> {
  return (await api.currentUser()).currentUser;
}

/** Who is signed in; others are sent to sign in first and come back to `path`. */
export async function requireViewer(path: string): Promise<UserView> {
  return (await viewer()) ?? redirect(signInTo(path));
}
