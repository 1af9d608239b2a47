import Link from 'next/link';

type PageLinkProps = Omit<React.ComponentProps<typeof Link>, 'prefetch'>;

/** A link to another page. Pages are made for their reader at each request, so there is nothing to fetch ahead. */
export function PageLink(props: PageLinkProps) {
  return <Link prefetch={false} {...props} />;
}
