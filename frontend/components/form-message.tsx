'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { FormState } from '../lib/form-state.ts';

/**
 * Says why the form was not accepted. The focus goes to the first input that is wrong, or here when none is: the button
 * that was pressed may be far below.
 */
export function FormMessage({ state }: { state: FormState }) {
  const box = useRef<HTMLDivElement>(null);
  const t = useTranslations();
  const { attempt, message, signIn } = state;
  useEffect(() => {
    if (attempt === 0) return;
    const wrong = box.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid=true]');
    (wrong ?? box.current)?.focus();
  }, [attempt]);
  if (message === undefined) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="notice bad">
      {message}
      {signIn !== undefined && (
        <>
          {' '}
          {t.rich('form.signInElsewhere', {
            link: (words) => (
              <a href={signIn} target="_blank" rel="noopener">
                {words}
              </a>
            ),
          })}
        </>
      )}
    </div>
  );
}
