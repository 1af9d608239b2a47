import { readFileSync, writeFileSync } from 'node:fs';
import { configurationPage } from './docs/configuration.ts';
import { errorsPage } from './docs/errors.ts';
import { describeApi, routesPage } from './docs/routes.ts';

/** The pages under `docs/` that follow from the code, each with the text that it must have now. */
export async function generatedPages(): Promise<Record<string, string>> {
  return {
    'docs/configuration.md': configurationPage(),
    'docs/errors.md': errorsPage(),
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
