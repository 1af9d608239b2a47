import { useTranslations } from 'next-intl';

/** Shows the listing before it is for sale. With scripts it is shown while it is typed, so there is no button. */
export function PreviewButton() {
  const t = useTranslations();
  return (
    <noscript>
      <button type="submit" name="step" value="preview">
        {t('preview.look')}
      </button>
    </noscript>
  );
}
