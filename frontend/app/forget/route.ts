import { PasswordConfirmation } from '@boxoffice/contracts';
import { ApiProblem } from '../../lib/api/problem.ts';
import { api } from '../../lib/api.ts';
import { formOf } from '../../lib/form-of.ts';

/** A route and not a server action, as `signout`: the browser is told to forget the pages that it kept. */
export async function POST(request: Request): Promise<Response> {
  const form = await formOf(request);
  if (form.get('sure') !== 'yes') return answer('/account/forget?refused=sure');
  const input = PasswordConfirmation.safeParse({ password: form.get('password') });
  if (!input.success) return answer('/account/forget?refused=wrong-credentials');
  try {
    await api.forget(input.data);
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem;
    return answer(`/account/forget?refused=${problem.code}`);
  }
  return answer('/forgotten', { 'clear-site-data': '"cache", "storage"' });
}

function answer(location: string, headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 303, headers: { location, ...headers } });
}
