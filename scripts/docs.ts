import { readFileSync, writeFileSync } from 'node:fs';
import { benchPage } from './docs/bench.ts';
import { cliPage } from './docs/cli.ts';
import { configurationPage } from './docs/configuration.ts';
import { errorsPage } from './docs/errors.ts';
import { metricsPage } from './docs/metrics.ts';
import { pagesPage } from './docs/pages.ts';
import { describeApi, routesPage } from './docs/routes.ts';
import { rulesManifest } from './docs/rules.ts';

/** The pages that follow from the code and from what was measured, each with the text that it must have now. */
export async function generatedPages(): Promise<Record<string, string>> {
  return {
    'bench/results/README.md': benchPage(),
    'deploy/k8s/components/monitoring/rules.yaml': rulesManifest(),
    'docs/configuration.md': configurationPage(),
    'docs/errors.md': errorsPage(),
    'docs/operations/cli.md': cliPage(),
    'docs/operations/metrics.md': metricsPage(),
    'docs/pages.md': pagesPage(),
    'docs/routes.md': routesPage(await describeApi()),
  };
}

if (import.meta.main) {
  for (const [path, text] of Object.entries(await generatedPages())) {
    const file = new URL(`../${path}`, import.meta.url);
    if (readOrNothing(file) === text) continue;
    writeFileSync(file, text);
    process.stdout.write(`${path} written\n`);
  }
}

function readOrNothing(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
