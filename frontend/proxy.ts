import { Id } from '@boxoffice/contracts';
import { type NextRequest, NextResponse } from 'next/server';
import { ApiProblem } from './lib/api/problem.ts';
import { api } from './lib/api.ts';

/**
 * Answers for tickets and orders that do not exist before their page is rendered: a page that finds out while it is
 * rendered sends an empty body, which only scripts can fill.
 */
export async function proxy({ method, nextUrl }: NextRequest): Promise<NextResponse> {
  const [, collection, id = ''] = nextUrl.pathname.split('/');
  if ((method !== 'GET' && method !== 'HEAD') || (collection === 'tickets' && id === 'new')) return NextResponse.next();
  if (await exists(collection === 'orders' ? api.order : api.ticket, id)) return NextResponse.next();
  // No page has this address, so what is rendered is the page for that.
  return NextResponse.rewrite(new URL('/_missing', nextUrl));
}

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

export const config = {
  matcher: [
    {
      source: '/:collection(tickets|orders)/:id/:rest*',
      // Navigations inside the page run scripts, so they need no help.
      missing: [
        { type: 'header', key: 'rsc' },
        { type: 'header', key: 'next-action' },
      ],
    },
  ],
};
