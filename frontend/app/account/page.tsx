import { PASSWORD_LENGTH } from '@boxoffice/contracts';
import { ClientWords } from '../../components/client-words.tsx';
import { DefinitionList } from '../../components/definition-list.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { readable } from '../../components/readable.tsx';
import { api } from '../../lib/api.ts';
import { getWords, pageTitle } from '../../lib/get-words.ts';
import { one, type SearchParams } from '../../lib/search-params.ts';
import { requireViewer } from '../../lib/viewer.ts';
import styles from './account.module.css';
import { PasswordForm } from './password-form.tsx';
import { Sessions } from './sessions.tsx';

export const generateMetadata = pageTitle((t) => t('yourAccount.title'));

export default async function AccountPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const done = one(await searchParams, 'done');
  return readable('/account', async () => {
    const { email, isOperator } = await requireViewer('/account');
    const [{ items: sessions }, { t }] = await Promise.all([api.sessions(), getWords()]);
    return (
      <div className="medium stack-l">
        {(done === 'password' || done === 'session') && (
          <div role="status">
            <Notice tone="good">{t(`yourAccount.done.${done}`)}</Notice>
          </div>
        )}
        <PageHeader title={t('yourAccount.title')} lead={t('yourAccount.lead')} />
        <DefinitionList items={[{ term: t('form.email'), value: <bdi>{email}</bdi> }]} />
        <nav aria-label={t('yourAccount.yours')}>
          <ul className={styles.links}>
            <AccountLink href="/mailbox">{t('nav.mailbox')}</AccountLink>
            <AccountLink href="/orders">{t('nav.orders')}</AccountLink>
            <AccountLink href="/sales">{t('nav.sales')}</AccountLink>
            {isOperator && <AccountLink href="/operations">{t('yourAccount.operations')}</AccountLink>}
          </ul>
        </nav>
        <ClientWords groups={['strength', 'yourAccount']}>
          <Sessions sessions={sessions} />
          <section className="panel stack" aria-labelledby="password-title">
            <h2 id="password-title">{t('yourAccount.changePassword')}</h2>
            <p className="soft">{t('yourAccount.changePasswordMore')}</p>
            <PasswordForm email={email} idempotencyKey={crypto.randomUUID()} minLength={PASSWORD_LENGTH.min} />
          </section>
        </ClientWords>
        <section className="panel stack" aria-labelledby="forget">
          <h2 id="forget">{t('forget.title')}</h2>
          <p className="soft">{t('forget.short')}</p>
          <p>
            <PageLink className="button" href="/account/forget">
              {t('forget.look')}
            </PageLink>
          </p>
        </section>
      </div>
    );
  });
}

function AccountLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <li>
      <PageLink className="button wide" href={href}>
        {children}
      </PageLink>
    </li>
  );
}
