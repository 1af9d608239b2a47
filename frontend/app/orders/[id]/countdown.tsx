'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { LookAgain } from '../../../components/look-again.tsx';
import styles from './countdown.module.css';
import { serverAhead } from './server-ahead.ts';
import { clock, milestone } from './time-left.ts';

interface CountdownProps {
  expiresAt: string;
  /** The server's clock when the page was made: the reader's own may be wrong. */
  now: number;
}

/** Once the page runs: the time left on the server's clock, and a look at the order when it is over. */
export function Countdown({ expiresAt, now }: CountdownProps) {
  const t = useTranslations();
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    const ahead = serverAhead(now, Date.now());
    const tick = () => setLeft(Date.parse(expiresAt) - Date.now() - ahead);
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [expiresAt, now]);

  const over = left !== undefined && left <= 0;
  const said = left === undefined ? undefined : milestone(left);
  return (
    <>
      <p role="timer" aria-live="off" className={styles.left}>
        {left !== undefined && (over ? t('countdown.over') : t('countdown.left', { clock: clock(left) }))}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {said && t(`countdown.${said}`)}
      </p>
      {/* The hold ends by a command a moment later. */}
      {over && <LookAgain everySeconds={2} />}
    </>
  );
}
