'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { FormState } from '../lib/form-state.ts';

/** Says why the form was not accepted, and takes the focus there: the button that was pressed may be far below. */
export function FormMessage({ state }: { state: FormState }) {
  const box = useRef<HTMLDivElement>(null);
  const t = useTranslations();
  const { attempt, message, signIn } = state;
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
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
