import { useTranslations } from 'next-intl';

/** Why an event is passed over, for those who look at the record later. */
export function SkipReasonField({ id }: { id: string }) {
  const t = useTranslations();
  return (
    <div className="field">
      <label htmlFor={id}>{t('operations.why')}</label>
      <input id={id} name="reason" required maxLength={200} />
    </div>
  );
}
