import { describe, expect, test } from 'vitest';
import { chart } from '../bench/chart.ts';
import { ratioOf } from '../bench/part.ts';
import { parts } from '../bench/parts.ts';
import { resultOf } from '../bench/results.ts';
import { sentence, table } from '../bench/table.ts';
import { mongodPath } from '../packages/common/src/testing/mongod.ts';
import { natsStreamingPath } from '../packages/common/src/testing/nats.ts';

const needed: Record<string, string | undefined> = {
  append: mongodPath,
  lag: mongodPath && natsStreamingPath,
  rebuild: mongodPath,
  start: process.execPath,
};

const processes = () => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;

/** Six reports of a browser take a minute. */
const slow = new Set(['lighthouse']);

describe.each(parts.filter(({ name }) => !slow.has(name)))('the part $name of the bench', (part) => {
  test.runIf(needed[part.name])('measures, and leaves nothing running', { timeout: 120_000 }, async () => {
    const before = processes();
    const { rows, ratios, versions } = resultOf(part, 'smoke', await part.run('smoke'));
    await expect.poll(processes).toBe(before);
    expect(rows.length).toBeGreaterThan(2);
    const figures = rows.flatMap((row) => Object.values(row.figures));
    for (const figure of [...figures, ...ratios.map(({ ratio }) => ratio)]) expect(figure).toBeGreaterThan(0);
    expect(ratios.filter(({ goal }) => goal)).not.toEqual([]);
    expect(Object.values(versions)).not.toContain('unknown');
  });
});

describe('a ratio', () => {
  const goal = { sense: '≥', ratio: 4 } as const;
  const ratio = ratioOf(['ours', [10, 60, 12]], ['theirs', [2, 10, 4]], goal);

  test('is the median of its rounds, with the lowest and the highest', () => {
    expect(ratio).toMatchObject({ ratio: 5, low: 3, high: 6, reached: true });
  });

  test('misses a goal on the wrong side of it', () => {
    expect(ratioOf(['ours', [3]], ['theirs', [1]], goal).reached).toBe(false);
    expect(ratioOf(['ours', [3]], ['theirs', [1]], { sense: '≤', ratio: 2 }).reached).toBe(false);
  });

  test('is said in one sentence', () => {
    expect(sentence(ratio)).toBe('ours: 5 × theirs (3 to 6), goal ≥ 4: reached');
  });
});

const rows = [
  { group: '1 client', name: 'bare', figures: { 'a second': 500, 'p99 ms': 4 } },
  { group: '1 client', name: 'ours & others', figures: { 'a second': 1000 } },
  { group: '64 clients', name: 'bare', figures: { 'a second': 2500 } },
];

test('a table has a line for each row, and a column for each unit', () => {
  const [, , head = '', ...lines] = table({ title: 'Appends', rows, ratios: [] }).split('\n');
  expect(head.trim()).toMatch(/^a second +p99 ms$/);
  expect(lines.slice(0, 3)).toEqual([
    expect.stringMatching(/^1 client +bare +500 +4$/),
    expect.stringMatching(/^1 client +ours & others +1,000$/),
    expect.stringMatching(/^64 clients +bare +2,500$/),
  ]);
});

test('a picture has a bar for each row, as long as its first figure, and each group named once', () => {
  const picture = chart({ title: 'Appends <here>', rows });
  const widths = [...picture.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
  const longest = Math.max(...widths);
  expect(widths.map((width) => width / longest)).toEqual([0.2, 0.4, 1]);
  expect(picture.match(/>1 client</g)).toHaveLength(1);
  expect(picture).toContain('ours &#38; others');
  expect(picture).toContain('Appends &#60;here&#62;');
});
