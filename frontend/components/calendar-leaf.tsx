import type { TicketDetails } from '@boxoffice/contracts';
import { dayParts } from '../lib/format-time.ts';
import styles from './calendar-leaf.module.css';

/** The day of a show at a glance. The same is said in words beside it. */
export function CalendarLeaf({ show }: { show: TicketDetails }) {
  if (!show.startsAt || !show.timeZone) {
    return (
      <div className={styles.leaf} aria-hidden="true">
        <span className={styles.open}>Open date</span>
      </div>
    );
  }
  const { weekday, day, month } = dayParts(show.startsAt, show.timeZone);
  return (
    <div className={styles.leaf} aria-hidden="true">
      <span className={styles.month}>{month}</span>
      <span className={styles.day}>{day}</span>
      <span className={styles.weekday}>{weekday}</span>
    </div>
  );
}
