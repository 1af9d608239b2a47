import type { UserView } from '@boxoffice/contracts';
import { NavLink } from './nav-link.tsx';
import { PageLink } from './page-link.tsx';
import styles from './site-header.module.css';
import { Wordmark } from './wordmark.tsx';

/** `viewer` is null for a visitor and undefined when the market could not be asked who it is. */
export function SiteHeader({ viewer }: { viewer: UserView | null | undefined }) {
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <PageLink href="/" className={styles.home}>
          <Wordmark />
        </PageLink>
        <nav aria-label="Main" className={styles.nav}>
          <ul>
            <li>
              <NavLink href="/">Browse</NavLink>
            </li>
            <li>
              <NavLink href="/tickets/new">Sell</NavLink>
            </li>
            <li>
              <NavLink href="/orders">My orders</NavLink>
            </li>
            <li>
              <NavLink href="/sales">My sales</NavLink>
            </li>
          </ul>
        </nav>
        {viewer !== undefined && <Account viewer={viewer} />}
      </div>
    </header>
  );
}

function Account({ viewer }: { viewer: UserView | null }) {
  if (!viewer) {
    return (
      <div className={styles.account}>
        <PageLink href="/signin" className={styles.quiet}>
          Sign in
        </PageLink>
        <PageLink href="/signup" className="button">
          Sign up
        </PageLink>
      </div>
    );
  }
  return (
    // A plain form: the whole page is loaded anew, so nothing of the session stays in the browser.
    <form method="post" action="/signout" className={styles.account}>
      <span className={styles.viewer}>
        <span className="visually-hidden">Signed in as </span>
        {viewer.email}
      </span>
      <button type="submit">Sign out</button>
    </form>
  );
}
