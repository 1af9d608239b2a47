import styles from './wordmark.module.css';

/** The name of the market, with a ticket and its stub. */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <svg viewBox="0 0 32 20" width="32" height="20" aria-hidden="true" focusable="false">
        <path d="M3 1h26a2 2 0 0 1 2 2v4a3 3 0 0 0 0 6v4a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2v-4a3 3 0 0 0 0-6V3a2 2 0 0 1 2-2z" />
        <path className={styles.perforation} d="M21.5 2.5v15" />
      </svg>
      Boxoffice
    </span>
  );
}
