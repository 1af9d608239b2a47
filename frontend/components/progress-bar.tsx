import styles from './progress-bar.module.css';

interface ProgressBarProps {
  label: string;
  /** How much of `max` is done; undefined: nobody knows yet. */
  value?: number | undefined;
  max: number;
  /** The same in words, with whatever else is known: the rate, the time left. */
  children: React.ReactNode;
}

/** How far something has come. */
export function ProgressBar({ label, value, max, children }: ProgressBarProps) {
  return (
    <div className={styles.progress}>
      <progress aria-label={label} max={max} {...(value !== undefined && { value })} />
      <p className="small soft">{children}</p>
    </div>
  );
}
