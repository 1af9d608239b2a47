import { median, type Part, type Ratio, type Row, ratioOf, type Size } from '../part.ts';
import { versionOf } from '../versions.ts';
import { type Category, type Device, devices, type Scores, scoresOf } from './audit.ts';
import { type Page, pages, showMarket } from './pages.ts';

const rounds: Record<Size, number> = { smoke: 1, usual: 3, large: 9 };

const goals: Record<Category, number> = { performance: 0.9, accessibility: 1, 'best practices': 0.95 };

interface Reports {
  readonly page: Page;
  readonly device: Device;
  /** Of each round. */
  readonly scores: Scores[];
}

/** What Lighthouse says of the embedded market's pages on which tickets are bought. */
export const lighthouse: Part = {
  name: 'lighthouse',
  title: 'Scores of the pages, by Lighthouse',
  versions: [['lighthouse', versionOf('lighthouse', import.meta.url)]],
  async run(size) {
    await using market = await showMarket();
    const all = devices.flatMap((device) => pages.map((page): Reports => ({ page, device, scores: [] })));
    for (let round = 0; round < rounds[size]; round += 1)
      for (const { page, device, scores } of all) scores.push(await scoresOf(market, page, device));
    return { rows: all.map(rowOf), ratios: all.flatMap(ratiosOf) };
  },
};

function rowOf({ page, device, scores }: Reports): Row {
  const figures = names.map((name) => [name, median(scores.map((each) => each[name]))] as const);
  return { group: device, name: page, figures: Object.fromEntries(figures) };
}

const names = Object.keys(goals) as Category[];

function ratiosOf({ page, device, scores }: Reports): Ratio[] {
  return names.map((name) =>
    ratioOf([`${page}, ${device}, ${name}`, scores.map((each) => each[name])], ['the best', scores.map(() => 100)], {
      sense: '≥',
      ratio: goals[name],
    }),
  );
}
