'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useState } from 'react';
import type { Guess } from './guess-password.ts';
import styles from './password-strength.module.css';

interface PasswordStrengthProps {
  password: string;
  /** What attackers would try first, as the address. */
  known: string;
}

/**
 * Says how soon a password would be guessed. It refuses nothing: what may be a password is for the market to say. The
 * lists that it compares with are large, so they come when somebody begins to type.
 */
export function PasswordStrength({ password, known }: PasswordStrengthProps) {
  const t = useTranslations();
  const [guess, setGuess] = useState<{ by: Guess }>();
  const typed = useDeferredValue(password);
  const isWanted = password !== '';
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    // Without it the rules stand in the page all the same.
    void import('./guess-password.ts').then(
      ({ guessPassword }) => isGone || setGuess({ by: guessPassword }),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [isWanted]);
  const score = guess && typed !== '' ? guess.by(typed, [known]) : undefined;
  return (
    <div className={styles.strength} data-score={score}>
      {score !== undefined && <meter min={0} max={4} low={2} high={3} optimum={4} value={score} aria-hidden="true" />}
      <p role="status" className="small">
        {score !== undefined && t(`strength.${score}`)}
      </p>
    </div>
  );
}
