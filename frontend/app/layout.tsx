import type { Metadata, Viewport } from 'next';
import { ClientWords } from '../components/client-words.tsx';
import { Preferences } from '../components/preferences.tsx';
import { SiteHeader } from '../components/site-header.tsx';
import { ApiProblem } from '../lib/api/problem.ts';
import { getWords } from '../lib/get-words.ts';
import { languages } from '../lib/locale.ts';
import { readerTheme } from '../lib/preferences.ts';
import { viewer } from '../lib/viewer.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/forms.css';
import './styles/marks.css';
import './styles/print.css';
import { fonts } from './fonts.ts';
import styles from './layout.module.css';

const NAME = 'Boxoffice';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getWords();
  return {
    title: { default: `${t('site.title')} · ${NAME}`, template: `%s · ${NAME}` },
    description: t('site.description'),
  };
}

export async function generateViewport(): Promise<Viewport> {
  return { width: 'device-width', initialScale: 1, colorScheme: (await readerTheme()) ?? 'light dark' };
}

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const [{ t, locale }, theme, reader] = await Promise.all([getWords(), readerTheme(), viewerIfKnown()]);
  return (
    <html lang={locale} dir={languages[locale].direction} data-theme={theme} className={fonts}>
      <body>
        <ClientWords>
          <a className="skip-link" href="#main">
            {t('site.skip')}
          </a>
          <SiteHeader viewer={reader} />
          <main id="main" tabIndex={-1}>
            {children}
          </main>
          <footer className={styles.footer}>
            <div>
              <p>{t('site.promise')}</p>
              <Preferences locale={locale} theme={theme} />
            </div>
          </footer>
        </ClientWords>
      </body>
    </html>
  );
}

/** A market that does not answer is the page's to explain: the frame around it stays. */
async function viewerIfKnown() {
  try {
    return await viewer();
  } catch (problem) {
    if (problem instanceof ApiProblem) return undefined;
    throw problem;
  }
}
