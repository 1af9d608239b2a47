import type { SessionView } from '@boxoffice/contracts';
import { Badge } from '../../components/badge.tsx';
import { LocalTime } from '../../components/local-time.tsx';
import { useWords } from '../../lib/words.ts';
import styles from './account.module.css';
import { EndSessionForm } from './end-session-form.tsx';

/** Where one is signed in, and how to end that. */
export function Sessions({ sessions }: { sessions: readonly SessionView[] }) {
  const { t } = useWords();
  return (
    <section className="panel stack" aria-labelledby="sessions">
      <h2 id="sessions">{t('yourAccount.sessions')}</h2>
      <p className="soft">{t('yourAccount.sessionsMore')}</p>
      <ul className={styles.sessions}>
        {sessions.map(({ id, startedAt, expiresAt, current }) => (
          <li key={id} className="stack">
            <div>
              <p>
                {t.rich('yourAccount.since', { time: () => <LocalTime instant={startedAt} /> })}{' '}
                {current && <Badge tone="good">{t('yourAccount.thisOne')}</Badge>}
              </p>
              <p className="small soft">
                {t.rich('yourAccount.until', { time: () => <LocalTime instant={expiresAt} /> })}
              </p>
            </div>
            {!current && <EndSessionForm sessionId={id} />}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('yourAccount.everywhere')}</summary>
        {/* A plain form: the whole page is loaded anew, so nothing of the session stays in the browser. */}
        <form method="post" action="/signout/everywhere" className="stack">
          <p className="small soft">{t('yourAccount.everywhereMore')}</p>
          <div>
            <button type="submit" className="danger">
              {t('yourAccount.everywhereNow')}
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}
