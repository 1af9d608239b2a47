import { ApiProblem } from '../../lib/api/problem.ts';
import { api } from '../../lib/api.ts';

/**
 * A route and not a server action: only a whole reply can tell the browser to forget the pages that it kept.
 * Whether the request may do this is judged by the API, from the headers of the browser.
 */
export async function POST(): Promise<Response> {
  try {
    await api.signOut();
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem;
    return new Response(null, { status: 303, headers: { location: '/?signout=failed' } });
  }
  return new Response(null, { status: 303, headers: { location: '/', 'clear-site-data': '"cache", "storage"' } });
}
