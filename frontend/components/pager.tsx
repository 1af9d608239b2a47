import { useTranslations } from 'next-intl';
import { PageLink } from './page-link.tsx';

interface PagerProps {
  /** The first page, unless this is it. */
  first?: string | undefined;
  next?: string | undefined;
}

/** Pages go forward by cursor; the way back is the browser's, or the first page. */
export function Pager({ first, next }: PagerProps) {
  const t = useTranslations();
  if (first === undefined && next === undefined) return null;
  return (
    <nav aria-label={t('nav.pages')} className="row">
      {first !== undefined && (
        <PageLink className="button" href={first}>
          {t('nav.firstPage')}
        </PageLink>
      )}
      {next !== undefined && (
        <PageLink className="button" href={next} rel="next">
          {t('nav.nextPage')}
        </PageLink>
      )}
    </nav>
  );
}
