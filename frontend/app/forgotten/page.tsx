import { redirect } from 'next/navigation';
import { PageLink } from '../../components/page-link.tsx';
import { readable } from '../../components/readable.tsx';
import { getWords, pageTitle } from '../../lib/get-words.ts';
import { viewer } from '../../lib/viewer.ts';

export const generateMetadata = pageTitle((t) => t('forgotten.title'));

/** Where one is after the account was deleted. It knows nobody, so it says the same to everyone. */
export default async function ForgottenPage() {
  return readable('/forgotten', async () => {
    if (await viewer()) redirect('/account');
    const { t } = await getWords();
    return (
      <div className="medium stack">
        <h1>{t('forgotten.title')}</h1>
        <p>{t('forgotten.what')}</p>
        <p>{t('forgotten.money')}</p>
        <p className="row">
          <PageLink className="button primary" href="/">
            {t('action.browse')}
          </PageLink>
        </p>
      </div>
    );
  });
}
