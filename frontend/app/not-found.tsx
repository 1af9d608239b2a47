import { useTranslations } from 'next-intl';
import { PageLink } from '../components/page-link.tsx';
import { pageTitle } from '../lib/get-words.ts';

export const generateMetadata = pageTitle((t) => t('notFound.title'));

export default function NotFound() {
  const t = useTranslations();
  return (
    <div className="medium stack">
      <h1>{t('notFound.heading')}</h1>
      <p>{t('notFound.what')}</p>
      <p className="row">
        <PageLink className="button primary" href="/">
          {t('action.browse')}
        </PageLink>
        <PageLink className="button" href="/orders">
          {t('nav.orders')}
        </PageLink>
      </p>
    </div>
  );
}
