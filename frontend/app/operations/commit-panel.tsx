import type { CommitView } from '@boxoffice/contracts';
import { LocalTime } from '../../components/local-time.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { useWords } from '../../lib/words.ts';
import styles from './operations.module.css';

interface CommitPanelProps {
  commit: CommitView;
  /** What else is known of it, beside its time. */
  children?: React.ReactNode;
}

/** A commit: who did what, when, to which streams. */
export function CommitPanel({ commit, children }: CommitPanelProps) {
  const { t } = useWords();
  const { position, at, actor, streams, events } = commit;
  return (
    <article className="panel stack">
      <h2>
        <PageLink href={`/operations/log/${position}`}>{t('operations.commit', { position })}</PageLink>
      </h2>
      <p className="small soft">
        <LocalTime instant={at} /> · <code>{actor}</code>
        {children && <> · {children}</>}
      </p>
      <ul className={`row small ${styles.streams}`}>
        {streams.map(({ id, revision }) => (
          <li key={id}>
            <PageLink href={`/operations/streams/${id}`}>{id}</PageLink> {t('operations.revision', { revision })}
          </li>
        ))}
      </ul>
      <ul className="stack">
        {events.map(({ type, version, stream, data }) => (
          <li key={`${stream}-${type}-${version}`}>
            <details>
              <summary>
                {type} <span className="small soft">{stream}</span>
              </summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
              <pre dir="ltr" className={styles.data} tabIndex={0}>
                {JSON.stringify(data, undefined, 2)}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </article>
  );
}
