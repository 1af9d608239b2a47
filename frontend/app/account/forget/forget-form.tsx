'use client';

import { useTranslations } from 'next-intl';
import { PasswordField } from '../../../components/password-field.tsx';
import styles from './forget.module.css';

/** A plain form: the whole page is loaded anew, so nothing of the person stays in the browser. */
export function ForgetForm() {
  const t = useTranslations();
  return (
    <form method="post" action="/forget" className="panel stack">
      <PasswordField name="password" label={t('form.password')} autoComplete="current-password" error={undefined} />
      <label className={styles.sure}>
        <input type="checkbox" name="sure" value="yes" required />
        {t('form.forgetSure')}
      </label>
      <button type="submit" className="danger wide">
        {t('form.forget')}
      </button>
    </form>
  );
}
