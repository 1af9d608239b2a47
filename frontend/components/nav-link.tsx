'use client';

import { usePathname } from 'next/navigation';
import { PageLink } from './page-link.tsx';

/** A link of the navigation that says when it leads to the page at hand. */
export function NavLink({ href, children }: { href: string; children: React.ReactNode }) {
  const here = usePathname() === href;
  return (
    <PageLink href={href} {...(here && { 'aria-current': 'page' as const })}>
      {children}
    </PageLink>
  );
}
