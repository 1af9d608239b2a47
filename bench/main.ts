import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parts } from './parts.ts';
import { keep, resultOf } from './results.ts';
import { table } from './table.ts';

/** Measures the parts that are named, or all of them, and keeps what was found. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { large: { type: 'boolean', default: false }, smoke: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  process.stderr.write(`no part is called ${unknown}; there are ${parts.map(({ name }) => name).join(', ')}\n`);
  process.exit(1);
}
const size = values.smoke ? 'smoke' : values.large ? 'large' : 'usual';

for (const part of parts) {
  if (positionals.length > 0 && !positionals.includes(part.name)) continue;
  const result = resultOf(part, size, await part.run(size));
  process.stdout.write(`${table(result)}\n`);
  // Figures of a moment are not worth keeping.
  if (size !== 'smoke') keep(result, join(import.meta.dirname, 'results'));
}
