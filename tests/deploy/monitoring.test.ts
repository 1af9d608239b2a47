import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { metricsRoute } from '../../packages/common/src/http/index.ts';
import { register } from '../../packages/common/src/metrics/index.ts';
// The metrics of contexts are beside what they measure.
import '../../services/payments/src/ledger/metrics.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const folder = 'deploy/k8s/components/monitoring';

interface Rule {
  readonly alert: string;
  readonly expr: string;
}

const rules: Rule[] = parseYaml(read(`${folder}/rules.yaml`)).spec.groups.flatMap(
  ({ rules }: { rules: Rule[] }) => rules,
);
const dashboard: { panels: { title: string; targets: { expr: string }[] }[] } = JSON.parse(
  read(`${folder}/boxoffice.json`),
);

/** What a process exports, with what a histogram has besides. */
async function exported(): Promise<Map<string, readonly string[]>> {
  // Those of Node come with the route.
  metricsRoute({ localOnly: true });
  const found = await register.getMetricsAsArray();
  return new Map(
    found.flatMap((metric) => {
      const labels = 'labelNames' in metric ? (metric.labelNames as string[]) : [];
      const parts = String(metric.type) === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
      return parts.map((part) => [metric.name + part, part === '_bucket' ? [...labels, 'le'] : labels] as const);
    }),
  );
}

/** Labels that Prometheus adds: what the process is. */
const added = ['context', 'kind'];
const metricsOf = (expr: string) => expr.match(/\b(boxoffice|process|nodejs)_\w+/g) ?? [];
const labelsOf = (expr: string) => [
  ...[...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, names = '']) => names.split(/,\s*/)),
  ...[...expr.matchAll(/\{([^}]*)\}/g)].flatMap(([, names = '']) => names.match(/\w+(?=\s*[=!~])/g) ?? []),
];

describe('what alerts and the dashboard ask for', async () => {
  const metrics = await exported();
  const expressions = [
    ...rules.map(({ alert, expr }) => [alert, expr] as const),
    ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
  ];

  test.each(expressions)('%s is exported: %s', (_name, expr) => {
    const names = metricsOf(expr);
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !metrics.has(name))).toEqual([]);
    const known = [...added, ...names.flatMap((name) => metrics.get(name) ?? [])];
    expect(labelsOf(expr).filter((label) => !known.includes(label))).toEqual([]);
  });

  test.each(expressions)('%s is well formed: %s', (_name, expr) => {
    const open: string[] = [];
    for (const [sign] of expr.replaceAll(/"[^"]*"/g, '').matchAll(/[(){}[\]]/g)) {
      if ('({['.includes(sign)) open.push(sign);
      else expect(open.pop()).toBe({ ')': '(', '}': '{', ']': '[' }[sign]);
    }
    expect(open).toEqual([]);
  });
});
