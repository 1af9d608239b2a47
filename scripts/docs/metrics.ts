import { register } from '../../packages/common/src/metrics/index.ts';
// The metrics of contexts are beside what they measure.
import '../../services/payments/src/ledger/metrics.ts';
import { code, NOTICE, table } from './markdown.ts';

/** `docs/operations/metrics.md`. */
export function metricsPage(): string {
  return `${NOTICE}

# Metrics

\`GET /metrics\` answers Prometheus in its text format. A process that is open to the public answers only what comes from
its own machine and through no proxy; to everybody else the route does not exist. Beside these there are the metrics of
Node itself (\`process_…\`, \`nodejs_…\`).

The unit is in the name: seconds, or what is counted; money is in minor units of its currency. What has a label appears
when it has happened for the first time. What should wake somebody up is in
[\`deploy/monitoring/alerts\`](../../deploy/monitoring/alerts/ledger.rules.yml), with a page of what to do for each alert.

${table(['Metric', 'Type', 'Labels', 'Meaning'], rows())}
`;
}

function rows(): string[][] {
  return register
    .getMetricsAsArray()
    .filter(({ name }) => name.startsWith('boxoffice_'))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((metric) => [code(metric.name), String(metric.type), labelsOf(metric), metric.help]);
}

/** Its types do not speak of them. */
function labelsOf(metric: object): string {
  return 'labelNames' in metric ? (metric.labelNames as string[]).map(code).join(', ') : '';
}
