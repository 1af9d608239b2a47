import { useTranslations } from 'next-intl';

/** What becomes of a ticket whose sale is undone. */
export function ThenField() {
  const t = useTranslations();
  return (
    <fieldset className="choices">
      <legend>{t('operations.then')}</legend>
      {(['relist', 'withdraw'] as const).map((what) => (
        <label key={what} className="choice">
          <input type="radio" name="then" value={what} required defaultChecked={what === 'relist'} />
          <span>{t(`operations.${what}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
