'use client';

import { useTranslations } from 'next-intl';
import { FormMessage } from '../../components/form-message.tsx';
import { SubmitButton } from '../../components/submit-button.tsx';
import { useFormAction } from '../../lib/use-form-action.ts';
import { operate } from './actions.ts';
import styles from './operations.module.css';
import type { Act } from './read-act.ts';

interface ActFormProps {
  act: Act;
  /** What it is done to, by the names of the fields. */
  to?: Readonly<Record<string, string>>;
  idempotencyKey: string;
  /** Cannot be taken back: asked once more before it is done. */
  isFinal?: boolean;
  children?: React.ReactNode;
}

/** A button that does something to the market, and says why when it is refused. */
export function ActForm({ act, to = {}, idempotencyKey, isFinal = false, children }: ActFormProps) {
  const [state, action] = useFormAction(operate);
  const t = useTranslations();
  const form = (
    <form action={action} className={styles.act}>
      <FormMessage state={state} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? idempotencyKey} />
      {Object.entries(to).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {state.errors?.reason && <p className="error">{state.errors.reason}</p>}
      <SubmitButton pending={t('operations.atWork')} className={isFinal ? 'primary' : ''}>
        {t(`operations.do.${act}`)}
      </SubmitButton>
    </form>
  );
  if (!isFinal) return form;
  return (
    <details className={styles.asked} open={state.attempt > 0}>
      <summary>{t(`operations.ask.${act as 'switch' | 'rollback' | 'refund' | 'skip'}`)}</summary>
      {form}
    </details>
  );
}
