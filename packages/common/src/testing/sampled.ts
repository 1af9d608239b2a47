import { register } from 'prom-client';

/** What a scrape would read now for exactly these labels; 0 for what has not happened yet. */
export async function sampled(name: string, labels: Readonly<Record<string, string>> = {}): Promise<number> {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const line = wanted.length > 0 ? `${name}{${wanted.join(',')}} ` : `${name} `;
  const found = (await register.metrics()).split('\n').find((candidate) => candidate.startsWith(line));
  return Number(found?.slice(line.length) ?? 0);
}
