import type { Metadata, Viewport } from 'next';
import { SiteHeader } from '../components/site-header.tsx';
import { ApiProblem } from '../lib/api/problem.ts';
import { viewer } from '../lib/viewer.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/forms.css';
import './styles/marks.css';
import styles from './layout.module.css';

export const metadata: Metadata = {
  title: { default: 'Tickets for shows, from people to people · Boxoffice', template: '%s · Boxoffice' },
  description: 'Buy and sell tickets for concerts, plays and matches.',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <a className="skip-link" href="#main">
          Skip to content
        </a>
        <SiteHeader viewer={await viewerIfKnown()} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer className={styles.footer}>
          <p>
            All tickets of a listing are sold together. The price shown to buyers is all in: nothing is added at the
            end.
          </p>
        </footer>
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
