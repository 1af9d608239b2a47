'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { safeNext } from '../lib/safe-next.ts';
import { PageLink } from './page-link.tsx';

interface ComeBackLinkProps {
  page: '/signin' | '/signup';
  className?: string | undefined;
  children: React.ReactNode;
}

/** A link to signing in or up that comes back to the page at hand, or to where that page would have led. */
export function ComeBackLink({ page, ...link }: ComeBackLinkProps) {
  const path = usePathname();
  const query = useSearchParams();
  const next = comeBackTo(path, query);
  return <PageLink href={next === '/' ? page : `${page}?${new URLSearchParams({ next })}`} {...link} />;
}

function comeBackTo(path: string, query: URLSearchParams): string {
  if (path === '/signin' || path === '/signup') return safeNext(query.get('next'));
  return safeNext(query.size === 0 ? path : `${path}?${query}`);
}
