import type { Page } from 'playwright-core';

/** What a page shows from its top to a height, in CSS pixels, as WebP. */
export async function webp(page: Page, size: { width: number; height: number }, quality: number): Promise<Buffer> {
  const cdp = await page.context().newCDPSession(page);
  const { data } = await cdp.send('Page.captureScreenshot', {
    format: 'webp',
    quality,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, ...size, scale: 1 },
  });
  return Buffer.from(data, 'base64');
}
