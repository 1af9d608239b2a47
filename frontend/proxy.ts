import { Id } from '@boxoffice/contracts';
import { type NextRequest, NextResponse } from 'next/server';
import { ApiProblem } from './lib/api/problem.ts';
import { api } from './lib/api.ts';
import { contentSecurityPolicy } from './lib/content-security-policy.ts';
import { isDevelopment } from './lib/env.ts';
import { getWords } from './lib/get-words.ts';
import { mayChange } from './lib/own-site.ts';

/** Stands before every page: refuses what other sites send, and gives each answer a content security policy of its own. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!mayChange(request.method, request.headers)) return refusal();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, { isDevelopment: isDevelopment() });
  // The framework reads the nonce for its scripts from the request.
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const answer = (await isMissing(request))
    ? // No page has this address, so what is rendered is the page for that.
      NextResponse.rewrite(new URL('/_missing', request.nextUrl), { request: { headers } })
    : NextResponse.next({ request: { headers } });
  answer.headers.set('content-security-policy', policy);
  return answer;
}

/**
 * Whether the page of a ticket, an order or a mail is asked for that does not exist. Found out before the page is rendered: a
 * page that finds out by itself sends an empty body, which only scripts can fill.
 */
async function isMissing({ method, nextUrl, headers }: NextRequest): Promise<boolean> {
  const [, collection, id] = nextUrl.pathname.split('/');
  const find = finders[collection ?? ''];
  if (!find || !id || (collection === 'tickets' && id === 'new')) return false;
  if (method !== 'GET' && method !== 'HEAD') return false;
  // Navigations inside the page run scripts, so they need no help.
  if (headers.has('rsc') || headers.has('next-action')) return false;
  return !(await exists(find, id));
}

const finders: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
  tickets: api.ticket,
  orders: api.order,
  mailbox: api.mail,
};

async function exists(find: (id: string) => Promise<unknown>, id: string): Promise<boolean> {
  if (!Id.safeParse(id).success) return false;
  try {
    await find(id);
    return true;
  } catch (problem) {
    // Any other problem is the page's to explain.
    return !(problem instanceof ApiProblem && problem.status === 404);
  }
}

async function refusal(): Promise<NextResponse> {
  const { t } = await getWords();
  const words = `${t('problem.cross-site-request.what')} ${t('problem.cross-site-request.next')}`;
  return new NextResponse(words, { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

export const config = { matcher: '/((?!api/|_next/).*)' };
