import { expect, test } from 'vitest';
import { lists, newcomer, type Way } from './support/newcomer.ts';

/** How soon people see what others do, whichever way the market runs. */
export function browserLiveSuite(way: () => Way, rounds: number): void {
  test(`what another does is seen on an open page within a second, ${rounds} times`, { timeout: 180_000 }, async () => {
    const seller = await newcomer(way(), 'seller');
    const ticket = await lists(seller.page, 'Night Owls', '40');
    const [buyer, onlooker] = [await newcomer(way(), 'buyer'), await newcomer(way(), 'onlooker')];
    await onlooker.page.goto(ticket);
    const reserve = onlooker.page.getByRole('button', { name: 'Reserve' });
    await reserve.waitFor();

    const waits: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await buyer.page.goto(ticket);
      await buyer.page.getByRole('button', { name: 'Reserve' }).click();
      await buyer.page.waitForURL(/\/orders\//, { waitUntil: 'commit' });
      const began = performance.now();
      await onlooker.page.getByText('This ticket has just been reserved.').waitFor();
      await reserve.waitFor({ state: 'detached' });
      waits.push(performance.now() - began);
      await buyer.page.getByRole('button', { name: 'Cancel' }).click();
      await reserve.waitFor();
    }
    const sorted = waits.toSorted((a, b) => a - b);
    const [median = 0, p95 = 0] = [0.5, 0.95].map((part) => sorted[Math.ceil(rounds * part) - 1]);
    process.stdout.write(
      `seen on an open page after ${Math.round(median)} ms, p95 ${Math.round(p95)} ms (of ${rounds} times)\n`,
    );
    expect(median).toBeLessThan(1000);
    expect(onlooker.complaints).toEqual([]);
  });
}
