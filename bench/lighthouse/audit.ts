import audit, { desktopConfig } from 'lighthouse';
import type { Page, ShownMarket } from './pages.ts';

/** As Lighthouse has them: a phone on a slow network, with a processor four times slower than this one; and a desk. */
export const devices = ['phone', 'desk'] as const;
export type Device = (typeof devices)[number];

/** By the names that Lighthouse has for them. */
const categories = {
  performance: 'performance',
  accessibility: 'accessibility',
  'best-practices': 'best practices',
} as const;
export type Category = (typeof categories)[keyof typeof categories];
export type Scores = Readonly<Record<Category, number>>;

/** One report of Lighthouse, of 100 in each category, from a browser that has nothing in its cache. */
export async function scoresOf({ port, addresses }: ShownMarket, page: Page, device: Device): Promise<Scores> {
  const flags = { port, logLevel: 'error', onlyCategories: Object.keys(categories) } as const;
  const report = await audit(addresses[page], flags, device === 'desk' ? desktopConfig : undefined);
  const scores = Object.entries(categories).map(([id, name]) => {
    const score = report?.lhr.categories[id]?.score;
    if (typeof score !== 'number') throw new Error(`Lighthouse gives no ${name} of ${addresses[page]}`);
    return [name, Math.round(score * 100)];
  });
  return Object.fromEntries(scores);
}
