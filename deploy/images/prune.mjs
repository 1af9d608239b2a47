// Runs while an image is built: removes of each folder of packages what no program reads, and whatever else is named.
import { globSync, rmSync } from 'node:fs';

const [packages, ...others] = process.argv.slice(2);
for (const path of others) rmSync(path, { recursive: true, force: true });

const unread = ['*.d.ts', '*.d.mts', '*.d.cts', '*.map', '*.md', '*.markdown', '*.tsbuildinfo', '*.flow'];
const folders = ['test', 'tests', '__tests__', 'benchmark', 'benchmarks', 'example', 'examples', 'docs', '.github'];
const inPackage = `${packages}/.pnpm/*/node_modules/{*,@*/*}`;
for (const name of folders) for (const path of globSync(`${inPackage}/${name}`)) rmSync(path, { recursive: true });
for (const name of unread) for (const path of globSync(`${packages}/.pnpm/**/${name}`)) rmSync(path, { force: true });
