import type { Page } from 'playwright-core';

/** Something that Tab leads to: where it is on the page, and what it is called. */
export interface Stop {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const here = `(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const { left, right, top, bottom } = it.getBoundingClientRect();
  const [x, y] = [scrollX, scrollY];
  const name = (it.ariaLabel || it.labels?.[0]?.textContent || it.textContent || it.name || it.id).trim();
  const path = [...document.querySelectorAll('*')].indexOf(it);
  return { path, name, left: left + x, right: right + x, top: top + y, bottom: bottom + y };
})()`;

/** Presses Tab from the top of the page to its end, and notes where that leads. */
export async function tabThrough(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  const seen = new Set<number>();
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = (await page.evaluate(here)) as (Stop & { path: number }) | null;
    // The parts of a date are one input with several stops.
    if (stop && seen.has(stop.path) && stops.at(-1)?.name === stop.name) continue;
    if (!stop || seen.has(stop.path)) return stops;
    seen.add(stop.path);
    stops.push(stop);
  }
}

/** Where the focus goes up, or back in a line, though the eye goes down and on: pairs of names. */
export function goesBack(stops: readonly Stop[]): string[] {
  return stops.flatMap((stop, at) => {
    const before = stops[at - 1];
    if (!before) return [];
    const isOneColumn = stop.left < before.right && before.left < stop.right;
    const isOneLine = stop.top < before.bottom && before.top < stop.bottom;
    const goesUp = isOneColumn && !isOneLine && stop.top < before.top;
    const goesLeft = isOneLine && !isOneColumn && stop.left < before.left;
    return goesUp || goesLeft ? [`${before.name} → ${stop.name}`] : [];
  });
}
