import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The alerts of `deploy/monitoring/alerts`, as the Prometheus operator takes them. */
export function rulesManifest(): string {
  const files = globSync('deploy/monitoring/alerts/*.rules.yml', { cwd: root }).toSorted();
  const groups = files.map((file) => readFileSync(join(root, file), 'utf8').replace(/^groups:\n/, ''));
  return `# Written by \`scripts/docs.ts\` out of deploy/monitoring/alerts; a test compares.
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: boxoffice
spec:
  groups:
${groups.join('').replaceAll(/^(?=.)/gm, '  ')}`;
}
