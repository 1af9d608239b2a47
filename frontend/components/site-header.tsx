import type { UserView } from '@boxoffice/contracts';
import { useTranslations } from 'next-intl';
import { ComeBackLink } from './come-back-link.tsx';
import { marks } from './marks.tsx';
import { NavLink } from './nav-link.tsx';
import { PageLink } from './page-link.tsx';
import styles from './site-header.module.css';
import { Wordmark } from './wordmark.tsx';

/** `viewer` is null for a visitor and undefined when the market could not be asked who it is. */
export function SiteHeader({ viewer }: { viewer: UserView | null | undefined }) {
  const t = useTranslations();
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <PageLink href="/" className={styles.home}>
          <Wordmark />
        </PageLink>
        <nav aria-label={t('nav.main')} className={styles.nav}>
          <ul>
            <li>
              <NavLink href="/">{t('nav.browse')}</NavLink>
            </li>
            <li>
              <NavLink href="/tickets/new">{t('nav.sell')}</NavLink>
            </li>
            <li>
              <NavLink href="/orders">{t('nav.orders')}</NavLink>
            </li>
            <li>
              <NavLink href="/sales">{t('nav.sales')}</NavLink>
            </li>
          </ul>
        </nav>
        {viewer !== undefined && <Account viewer={viewer} />}
      </div>
    </header>
  );
}

function Account({ viewer }: { viewer: UserView | null }) {
  const t = useTranslations();
  if (!viewer) {
    return (
      <div className={styles.account}>
        <ComeBackLink page="/signin" className={styles.quiet}>
          {t('nav.signIn')}
        </ComeBackLink>
        <ComeBackLink page="/signup" className="button">
          {t('nav.signUp')}
        </ComeBackLink>
      </div>
    );
  }
  return (
    // A plain form: the whole page is loaded anew, so nothing of the session stays in the browser.
    <form method="post" action="/signout" className={styles.account}>
      <PageLink href="/mailbox" className={`${styles.quiet} ${styles.mailbox}`}>
        {t('nav.mailbox')}
      </PageLink>
      <PageLink href="/account" className={styles.viewer}>
        {t.rich('nav.accountOf', { ...marks, email: viewer.email })}
      </PageLink>
      <button type="submit">{t('nav.signOut')}</button>
    </form>
  );
}
