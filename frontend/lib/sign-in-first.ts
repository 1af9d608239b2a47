import { redirect } from 'next/navigation';
import { ApiProblem } from './api/problem.ts';
import { signInTo } from './safe-next.ts';

/** For actions where nothing typed would be lost: who is not signed in does that first and comes back to `path`. */
export function signInFirst(problem: unknown, path: string): void {
  if (problem instanceof ApiProblem && problem.code === 'not-signed-in') redirect(signInTo(path));
}
