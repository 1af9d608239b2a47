import { useTranslations } from 'next-intl';
import { type Locale, languages, locales } from '../lib/locale.ts';
import { type Theme, themes } from '../lib/theme.ts';
import styles from './preferences.module.css';

interface PreferencesProps {
  locale: Locale;
  theme: Theme | undefined;
}

/** Language and colours: plain forms, answered by the page at hand anew, which goes on from here. */
export function Preferences({ locale, theme }: PreferencesProps) {
  const t = useTranslations();
  return (
    <div id="preferences" tabIndex={-1} className={styles.preferences}>
      <Choice name="locale" label={t('preferences.language')} chosen={locale}>
        {locales.map((each) => [each, languages[each].name, each])}
      </Choice>
      <Choice name="theme" label={t('preferences.theme')} chosen={theme ?? 'system'}>
        {[...themes, 'system' as const].map((each) => [each, t(`preferences.${each}`)])}
      </Choice>
    </div>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  chosen: string;
  children: readonly (readonly [value: string, text: string, lang?: string])[];
}

function Choice({ name, label, chosen, children }: ChoiceProps) {
  return (
    <form method="post" action="/preferences">
      <fieldset className={styles.choice}>
        <legend className="visually-hidden">{label}</legend>
        {children.map(([value, text, lang]) => (
          <button key={value} type="submit" name={name} value={value} lang={lang} aria-pressed={value === chosen}>
            {text}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
