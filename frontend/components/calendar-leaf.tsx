import type { TicketDetails } from '@boxoffice/contracts';
import { dayParts } from '../lib/format-time.ts';
import { useWords } from '../lib/words.ts';
import styles from './calendar-leaf.module.css';

/** The day of a show at a glance. The same is said in words beside it. */
export function CalendarLeaf({ show: { startsAt, timeZone } }: { show: TicketDetails }) {
  const { t, locale } = useWords();
  if (!startsAt || !timeZone) {
    return (
      <div className={styles.leaf} aria-hidden="true">
        <span className={styles.open}>{t('show.openDate')}</span>
      </div>
    );
  }
  const { weekday, day, month } = dayParts(startsAt, { locale, timeZone });
  return (
    <div className={styles.leaf} aria-hidden="true">
      <span className={styles.month}>{month}</span>
      <span className={styles.day}>{day}</span>
      <span className={styles.weekday}>{weekday}</span>
    </div>
  );
}
