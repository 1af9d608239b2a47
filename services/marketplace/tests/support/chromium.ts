import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where a Chromium is on this machine, if there is one. */
export const chromiumPath = places.find((path) => path !== '' && existsSync(path));

const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

/** What it is told when it starts. */
export const chromiumArgs = ['--no-sandbox', '--disable-gpu', '--disable-sync', ...quiet];

/** Cookies as a browser takes them, for an address. */
export function cookiesFor(url: string, cookies: Readonly<Record<string, string>>) {
  return Object.entries(cookies).map(([name, value]) => ({ name, value, url }));
}

/** A browser with a profile of its own. */
export function openBrowser(): Promise<Browser> {
  if (!chromiumPath) throw new Error('there is no Chromium on this machine');
  return chromium.launch({ executablePath: chromiumPath, args: chromiumArgs });
}
