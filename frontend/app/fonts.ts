import localFont from 'next/font/local';

// Headings, prices and the wordmark; text is in the reader's own system font. Served from here, at no other origin.
const latin = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-display-latin',
  adjustFontFallback: 'Arial',
});

/** Letters of other languages in Latin script (Ł, ř, ő): fetched only by pages that have them. */
const latinExt = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-ext-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-display-latin-ext',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0' }],
});

/** For the root element: what `--display` in the tokens is made of. */
export const fonts = `${latin.variable} ${latinExt.variable}`;
