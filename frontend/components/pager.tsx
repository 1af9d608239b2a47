import { PageLink } from './page-link.tsx';

interface PagerProps {
  /** The first page, unless this is it. */
  first?: string | undefined;
  next?: string | undefined;
}

/** Pages go forward by cursor; the way back is the browser's, or the first page. */
export function Pager({ first, next }: PagerProps) {
  if (first === undefined && next === undefined) return null;
  return (
    <nav aria-label="Pages" className="row">
      {first !== undefined && (
        <PageLink className="button" href={first}>
          First page
        </PageLink>
      )}
      {next !== undefined && (
        <PageLink className="button" href={next} rel="next">
          Next page
        </PageLink>
      )}
    </nav>
  );
}
