'use client';

import { useTranslations } from 'next-intl';

/** What failed is in the server's log under the same mark; here it would help nobody. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useTranslations();
  return (
    <div className="medium stack" role="alert">
      <h1>{t('failed.title')}</h1>
      <p>{t('failed.what')}</p>
      <p className="row">
        <button type="button" className="primary" onClick={() => retry()}>
          {t('failed.tryAgain')}
        </button>
        {/* Not a client-side link: it starts afresh. */}
        <a className="button" href="/">
          {t('failed.browse')}
        </a>
      </p>
      {error.digest !== undefined && <p className="small soft">{t('failed.mention', { mark: error.digest })}</p>}
    </div>
  );
}
