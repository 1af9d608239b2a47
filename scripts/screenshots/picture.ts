import type { BrowserContext } from 'playwright-core';
import { webp } from './webp.ts';

/** The most of a long page that is shown, in CSS pixels. */
const TALLEST = 1600;

/** A page as WebP, in the size that suits documents. */
export async function picture(context: BrowserContext, url: string): Promise<Buffer> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  // Pages that keep themselves up to date are never quiet, so only what they are made of is waited for.
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready');
  const { width, height } = (await page.evaluate(
    '({ width: innerWidth, height: document.documentElement.scrollHeight })',
  )) as { width: number; height: number };
  const shown = await webp(page, { width, height: Math.min(height, TALLEST) }, 80);
  if (complaints.length > 0) process.stderr.write(`${url}: ${complaints.join('; ')}\n`);
  return shown;
}
