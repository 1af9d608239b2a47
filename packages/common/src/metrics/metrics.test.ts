import { describe, expect, test } from 'vitest';
import { inProcessEventBus } from '../event-bus/in-process.ts';
import { appendTo, eventLogSuite } from '../event-log/event-log.suite.ts';
import { ConcurrencyError } from '../event-log/event-log.ts';
import { openSqliteEventLog } from '../event-log/sqlite.ts';
import { relayed } from '../testing/relayed.ts';
import { sampled } from '../testing/sampled.ts';
import { meteredEventLog, projectionMetrics, register } from './index.ts';

eventLogSuite('SQLite, metered', async () => meteredEventLog(openSqliteEventLog(':memory:')));

describe('an instrument', () => {
  const all = register.getMetricsAsArray().map((metric) => ({ ...metric, type: String(metric.type) }));

  test('is there for each part of the engine', () => {
    const parts = ['append', 'log', 'projection', 'bus', 'relay', 'reaction', 'http', 'stream', 'role'];
    expect(new Set(all.map(({ name }) => name.split('_')[1]))).toEqual(new Set(parts));
  });

  test.each(all)('$name says in its name what it measures, and explains itself', ({ name, help, type }) => {
    expect(name).toMatch(/^boxoffice_[a-z_]+_(seconds|total|commits|events|keys|position|connections|stopped|ready)$/);
    expect(name.endsWith('_total')).toBe(type === 'counter');
    expect(help).toMatch(/^[A-Z1].{20,}[^.]$/);
  });
});

describe('the metered log', () => {
  test('counts what was appended, repeated, refused and broken', async () => {
    await using log = meteredEventLog(openSqliteEventLog(':memory:'));
    const count = (outcome: string) => sampled('boxoffice_append_seconds_count', { outcome });
    const outcomes = async () => Promise.all(['appended', 'repeated', 'conflict', 'failed'].map(count));
    const before = await outcomes();
    const conflicts = await sampled('boxoffice_append_conflicts_total');

    const first = appendTo({ 'ticket-1': 0 });
    await log.append(first);
    await log.append(first);
    await log.append(appendTo({ 'ticket-1': 1 }));
    await expect(log.append(appendTo({ 'ticket-1': 1 }))).rejects.toThrow(ConcurrencyError);
    await expect(log.append(appendTo({}))).rejects.toThrow(TypeError);

    expect((await outcomes()).map((after, index) => after - (before[index] ?? 0))).toEqual([2, 1, 1, 1]);
    expect(await sampled('boxoffice_append_conflicts_total')).toBe(conflicts + 1);
    expect(await sampled('boxoffice_log_head_position')).toBe(2);
  });

  test('shows the head that others have moved, once it has read of it', async () => {
    await using inner = openSqliteEventLog(':memory:');
    const log = meteredEventLog(inner);
    await inner.append(appendTo({ 'ticket-1': 0 }));
    await log.read(0, 10);
    expect(await sampled('boxoffice_log_head_position')).toBe(1);
    await inner.append(appendTo({ 'ticket-2': 0 }));
    await log.head();
    expect(await sampled('boxoffice_log_head_position')).toBe(2);
  });

  test('shows how many appends were written together', async () => {
    await using log = openSqliteEventLog(':memory:');
    const batches = await sampled('boxoffice_append_batch_commits_count');
    const appends = await sampled('boxoffice_append_batch_commits_sum');
    await Promise.all([1, 2, 3].map((n) => log.append(appendTo({ [`ticket-${n}`]: 0 }))));
    expect(await sampled('boxoffice_append_batch_commits_count')).toBe(batches + 1);
    expect(await sampled('boxoffice_append_batch_commits_sum')).toBe(appends + 3);
  });
});

test('the relay shows how far it is, what it has published and how late', async () => {
  await using stack = new AsyncDisposableStack();
  const published = await sampled('boxoffice_bus_published_total', { broker: 'in-process' });
  const delays = await sampled('boxoffice_relay_delay_seconds_count');
  const { append, relayTo } = relayed(stack);
  await append(3);
  relayTo(stack.use(inProcessEventBus()));
  await expect.poll(() => sampled('boxoffice_relay_position')).toBe(3);
  expect(await sampled('boxoffice_bus_published_total', { broker: 'in-process' })).toBe(published + 3);
  expect(await sampled('boxoffice_relay_delay_seconds_count')).toBe(delays + 3);
});

test('a relay shows where it begins, before it has carried anything', async () => {
  await using stack = new AsyncDisposableStack();
  const { relayTo } = relayed(stack);
  relayTo(stack.use(inProcessEventBus()));
  await expect.poll(() => sampled('boxoffice_relay_position')).toBe(0);
});

test('a projection shows each of its metrics under its own name', async () => {
  const metrics = projectionMetrics('totals@1');
  metrics.batch(5, 0.5);
  const of = (metric: string) => sampled(`boxoffice_projection_${metric}`, { projection: 'totals@1' });
  expect(await of('batch_commits_sum')).toBe(5);
  expect(await of('batch_seconds_sum')).toBe(0.5);
  metrics.position(7);
  metrics.lagEvents(3);
  metrics.lagSeconds(60);
  metrics.quarantinedKeys(2);
  metrics.stopped(true);
  const all = ['position', 'lag_events', 'lag_seconds', 'quarantined_keys', 'stopped'];
  expect(await Promise.all(all.map(of))).toEqual([7, 3, 60, 2, 1]);
  metrics.stopped(false);
  expect(await of('stopped')).toBe(0);
});
