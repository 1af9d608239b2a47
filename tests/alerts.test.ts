import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { programPath } from '../packages/common/src/testing/program.ts';
import { metricsPage } from '../scripts/docs/metrics.ts';
import { section } from './support/markdown.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const files = globSync('deploy/monitoring/alerts/*.rules.yml', { cwd: root });
const promtoolPath = programPath('promtool', process.env.PROMTOOL_PATH);

interface Trial {
  readonly alertname: string;
  readonly exp_alerts: readonly unknown[];
}

test('there are alerts', () => {
  expect(files).toContain('deploy/monitoring/alerts/ledger.rules.yml');
});

describe.each(files)('%s', (file) => {
  const text = read(file);
  const alerts = text
    .split(/^ {6}- alert: /m)
    .slice(1)
    .map((rule) => ({ name: rule.split('\n')[0] ?? '', rule }));

  test('asks for metrics that there are', () => {
    const exported = metricsPage();
    const asked = new Set(text.match(/\bboxoffice_[a-z_]+/g));
    expect(asked).not.toEqual(new Set());
    // A histogram is asked for by its parts.
    const named = [...asked].map((name) => name.replace(/_(bucket|sum|count)$/, ''));
    expect(named.filter((name) => !exported.includes(`| \`${name}\` |`))).toEqual([]);
  });

  test.each(alerts)('$name says how bad it is, and what to do', ({ name, rule }) => {
    expect(rule).toMatch(/^ {8}expr: /m);
    expect(rule).toMatch(/^ {10}severity: (page|ticket)$/m);
    expect(rule).toMatch(/^ {10}summary: .+$/m);
    const [, runbook = ''] = /^ {10}runbook: (\S+)$/m.exec(rule) ?? [];
    expect(existsSync(join(root, runbook)), runbook).toBe(true);
    expect(section(read(runbook), 'Symptom')).toContain(`\`${name}\``);
    for (const part of ['Check', 'Fix', 'Proof']) expect(section(read(runbook), part).trim()).not.toBe('');
  });

  test('has trials in which each alert is raised, and others in which it is not', () => {
    const { tests } = parse(read(file.replace('.rules.', '.tests.'))) as { tests: { alert_rule_test: Trial[] }[] };
    const trials = tests.flatMap(({ alert_rule_test }) => alert_rule_test);
    for (const { name } of alerts) {
      const raised = trials
        .filter(({ alertname }) => alertname === name)
        .map(({ exp_alerts }) => exp_alerts.length > 0);
      expect([name, new Set(raised)]).toEqual([name, new Set([false, true])]);
    }
  });
});

test.runIf(promtoolPath ?? process.env.CI)('promtool is there', () => {
  expect(promtoolPath).toBeDefined();
});

describe.runIf(promtoolPath)('Prometheus', { timeout: 60_000 }, () => {
  const promtool = (...args: readonly string[]) =>
    execFileSync(promtoolPath ?? '', args, { cwd: root, encoding: 'utf8' });

  test('understands every alert', () => {
    expect(promtool('check', 'rules', ...files)).not.toContain('FAILED');
  });

  test('raises them when it should', () => {
    const trials = files.map((file) => file.replace('.rules.', '.tests.'));
    expect(promtool('test', 'rules', ...trials).match(/SUCCESS/g)).toHaveLength(files.length);
  });
});
