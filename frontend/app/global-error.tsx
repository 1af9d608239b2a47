'use client';

import words from '../messages/last-resort.json';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/forms.css';
import { languages, locales } from '../lib/locale.ts';

/** Takes the place of the whole page when even its frame failed, and with it what knows the reader's language. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Boxoffice</title>
      </head>
      <body>
        <main>
          {locales.map((locale) => (
            <div key={locale} className="medium stack" role="alert" lang={locale} dir={languages[locale].direction}>
              <h1>{words[locale].title}</h1>
              <p>{words[locale].what}</p>
              <p>
                <button type="button" className="primary" onClick={() => retry()}>
                  {words[locale].tryAgain}
                </button>
              </p>
            </div>
          ))}
        </main>
      </body>
    </html>
  );
}
