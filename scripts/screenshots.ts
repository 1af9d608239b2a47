import { mkdirSync, writeFileSync } from 'node:fs';
import { cookiesFor, openBrowser } from '../services/marketplace/tests/support/chromium.ts';
import { newDataDir, openMarket, settings } from '../services/marketplace/tests/support/process.ts';
import { pastOf } from './screenshots/past.ts';
import { picture } from './screenshots/picture.ts';
import { type Scene, scenes } from './screenshots/scenes.ts';
import { sheet } from './screenshots/sheet.ts';
import { play } from './screenshots/story.ts';

/** How each page is looked at: at a desk and on a phone, in both colours, and from right to left. */
const views = {
  light: { width: 1280, cookies: { theme: 'light' } },
  dark: { width: 1280, cookies: { theme: 'dark' } },
  phone: { width: 390, cookies: { theme: 'light' } },
  'phone-dark': { width: 390, cookies: { theme: 'dark' } },
  arabic: { width: 1280, cookies: { theme: 'light', locale: 'ar' } },
} as const;
type View = keyof typeof views;

/** Those that stand side by side in the documents. */
const onSheet: readonly View[] = ['light', 'dark', 'phone'];

const sheets = new URL('../docs/pages/', import.meta.url);
const folder = new URL('../docs/screenshots/', import.meta.url);
/** `pnpm screenshots order phone`: only those whose names have all of these words. */
const wanted = process.argv.slice(2);

const dataDir = newDataDir();
const past = await pastOf(dataDir);
await using market = await openMarket([], settings(dataDir));
const browser = await openBrowser();
try {
  mkdirSync(folder, { recursive: true });
  mkdirSync(sheets, { recursive: true });
  const story = await play(market.url, dataDir);
  for (const scene of scenes(story, past)) {
    const taken = new Map<View, Buffer>();
    for (const view of Object.keys(views) as View[]) {
      const shown = await take(scene, view);
      if (shown) taken.set(view, shown);
    }
    const pictures = onSheet.flatMap((view) => taken.get(view) ?? []);
    if (pictures.length < onSheet.length) continue;
    writeFileSync(new URL(`${scene.name}.webp`, sheets), await sheet(browser, pictures));
  }
} finally {
  await browser.close();
}

async function take({ name, path, who = {} }: Scene, view: View): Promise<Buffer | undefined> {
  const file = `${name}-${view}.webp`;
  if (!wanted.every((word) => file.includes(word))) return undefined;
  const { width, cookies } = views[view];
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: width < 600 ? 2 : 1,
    reducedMotion: 'reduce',
  });
  await context.addCookies(cookiesFor(market.url, { ...who, ...cookies }));
  const shown = await picture(context, market.url + path);
  await context.close();
  writeFileSync(new URL(file, folder), shown);
  process.stdout.write(`docs/screenshots/${file}\n`);
  return shown;
}
