import { LocalTime } from './local-time.tsx';
import styles from './timeline.module.css';

export interface TimelineEntry {
  key: string;
  what: string;
  more?: string | undefined;
  at: string;
}

/** What happened and when, the latest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className={styles.timeline} reversed>
      {entries.map(({ key, what, more, at }) => (
        <li key={key}>
          <p>
            <strong>{what}</strong>
            {more && ` · ${more}`}
          </p>
          <p className="small soft">
            <LocalTime instant={at} />
          </p>
        </li>
      ))}
    </ol>
  );
}
