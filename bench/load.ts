export interface Figures {
  readonly perSecond: number;
  readonly median: number;
  readonly p99: number;
}

/** Does something over and over, `clients` at once, for a while; after a second that does not count. */
export async function load(once: () => Promise<unknown>, { clients, seconds }: { clients: number; seconds: number }) {
  await during(1, clients, once);
  const began = performance.now();
  const times = await during(seconds, clients, once);
  const elapsed = (performance.now() - began) / 1000;
  times.sort((one, other) => one - other);
  const at = (part: number) => times[Math.floor((times.length - 1) * part)] ?? 0;
  return { perSecond: times.length / elapsed, median: at(0.5), p99: at(0.99) } satisfies Figures;
}

async function during(seconds: number, clients: number, once: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  async function client(): Promise<void> {
    while (performance.now() < end) {
      const began = performance.now();
      await once();
      times.push(performance.now() - began);
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

/** One line: what, how many at once, how many a second, and against the first of the same run. */
export function row(name: string, clients: number, { perSecond, median, p99 }: Figures, base?: Figures): string {
  const ratio = base ? `× ${(perSecond / base.perSecond).toFixed(2)}` : '';
  const figures = [perSecond.toFixed(0), median.toFixed(1), p99.toFixed(1)].map((text) => text.padStart(8));
  return `${name.padEnd(26)}${String(clients).padStart(5)} clients ${figures[0]}/s  median ${figures[1]} ms  p99 ${figures[2]} ms  ${ratio}`;
}
