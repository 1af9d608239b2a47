import { Notice } from '../../../components/notice.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { readable } from '../../../components/readable.tsx';
import { getWords, pageTitle } from '../../../lib/get-words.ts';
import { one, type SearchParams } from '../../../lib/search-params.ts';
import { requireViewer } from '../../../lib/viewer.ts';
import styles from './forget.module.css';
import { ForgetForm } from './forget-form.tsx';
import { refusedWords } from './refused-words.ts';

export const generateMetadata = pageTitle((t) => t('forget.title'));

const goes = ['address', 'sessions', 'listings', 'holds', 'mails', 'webhooks'] as const;
const stays = ['paid', 'log', 'words', 'backups'] as const;

export default async function ForgetPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const why = one(await searchParams, 'refused');
  return readable('/account/forget', async () => {
    await requireViewer('/account/forget');
    const { t } = await getWords();
    const refusal = refusedWords(why, t);
    return (
      <div className="medium stack-l">
        <PageHeader title={t('forget.title')} back={{ href: '/account', text: t('yourAccount.title') }} />
        {refusal && (
          <div role="alert">
            <Notice tone="bad">{refusal}</Notice>
          </div>
        )}
        <section className="stack" aria-labelledby="goes">
          <h2 id="goes">{t('forget.goesTitle')}</h2>
          <ul className={styles.what}>
            {goes.map((each) => (
              <li key={each}>{t(`forget.goes.${each}`)}</li>
            ))}
          </ul>
        </section>
        <section className="stack" aria-labelledby="stays">
          <h2 id="stays">{t('forget.staysTitle')}</h2>
          <ul className={styles.what}>
            {stays.map((each) => (
              <li key={each}>{t(`forget.stays.${each}`)}</li>
            ))}
          </ul>
        </section>
        <p>
          <strong>{t('forget.final')}</strong>
        </p>
        <ForgetForm />
        <p>
          <PageLink href="/account">{t('forget.keep')}</PageLink>
        </p>
      </div>
    );
  });
}
