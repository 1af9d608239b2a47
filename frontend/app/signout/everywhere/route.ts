import { ApiProblem } from '../../../lib/api/problem.ts';
import { api } from '../../../lib/api.ts';

/** As `signout`, for all sessions. */
export async function POST(): Promise<Response> {
  try {
    await api.signOutEverywhere();
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem;
    // Whose session had ended by itself has what they wanted from this browser, but not from the others.
    const location = problem.code === 'not-signed-in' ? '/signin?next=/account' : '/?signout=failed';
    return new Response(null, { status: 303, headers: { location } });
  }
  return new Response(null, { status: 303, headers: { location: '/', 'clear-site-data': '"cache", "storage"' } });
}
