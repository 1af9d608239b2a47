import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { misspelt } from './misspelt.ts';
import { StartError } from './start-error.ts';

/** The settings are wrong: each is named with what is wrong with it. The process must not start. */
export class ConfigError extends StartError {
  constructor(problems: readonly string[]) {
    super(`Wrong settings:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings of a process, once. Empty values count as absent. `<key>_FILE` names a file that holds the value.
 * @throws {ConfigError} naming each key that is missing, wrong or misspelt; values are not repeated, they may be secret
 */
export function readConfig<Schema extends z.ZodObject>(
  schema: Schema,
  environment: Environment = process.env,
): z.output<Schema> {
  const given = Object.keys(schema.shape).flatMap((key) => {
    const value = environment[key]?.trim() || valueInFile(key, environment);
    return value ? [[key, value] as const] : [];
  });
  const known = Object.keys(schema.shape).flatMap((key) => [key, `${key}_FILE`]);
  const unknown = misspelt(Object.keys(environment), known).map(
    ({ wrong, right }) => `${wrong}: is no setting; ${right} is`,
  );
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success && unknown.length === 0) return result.data;
  const issues = result.error?.issues ?? [];
  throw new ConfigError([...unknown, ...issues.map(({ path, message }) => `${path.join('.')}: ${message}`)]);
}

function valueInFile(key: string, environment: Environment): string | undefined {
  const path = environment[`${key}_FILE`]?.trim();
  if (!path) return undefined;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new ConfigError([`${key}_FILE: ${path} cannot be read: ${(error as NodeJS.ErrnoException).code}`]);
  }
}

/** A TCP port. */
export const Port = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'must be 0 to 65535' })
  .transform(Number)
  .pipe(z.int().max(65_535, { error: 'must be 0 to 65535' }));

export const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);

/** Proxies that are believed: addresses, ranges in CIDR notation, or `loopback`, `linklocal`, `uniquelocal`. */
export const Proxies = z.string().refine((text) => text.split(',').every((name) => isProxy(name.trim())), {
  error: 'must be addresses or ranges, as 10.0.0.0/8, or loopback, linklocal, uniquelocal; with commas between them',
});

function isProxy(name: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(name)) return true;
  const [address = '', bits, ...rest] = name.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
