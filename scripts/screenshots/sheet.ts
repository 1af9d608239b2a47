import type { Browser } from 'playwright-core';
import { webp } from './webp.ts';

/** Widths of the columns, in CSS pixels: half of the page at a desk, and nearly two thirds of it on a phone. */
const COLUMNS = [640, 640, 240];
const GAP = 16;

/** Pictures of one page side by side, as WebP. */
export async function sheet(browser: Browser, pictures: readonly Buffer[]): Promise<Buffer> {
  const width = COLUMNS.reduce((sum, column) => sum + column + GAP, GAP);
  const page = await browser.newPage({ viewport: { width, height: GAP } });
  const images = pictures.map(
    (picture, n) => `<img width="${COLUMNS[n]}" src="data:image/webp;base64,${picture.toString('base64')}">`,
  );
  const style = `display: flex; gap: ${GAP}px; padding: ${GAP}px; margin: 0; align-items: start; background: #8885`;
  await page.setContent(`<body style="${style}">${images.join('')}</body>`);
  const height = (await page.evaluate('document.body.scrollHeight')) as number;
  const shown = await webp(page, { width, height }, 70);
  await page.close();
  return shown;
}
