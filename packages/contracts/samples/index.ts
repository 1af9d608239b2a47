import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Event, EventContract } from '../src/event.ts';

/**
 * One golden sample of each version of each event, as it is stored; the name of its file is `<type>@<version>.json`.
 * What is in the log is for ever, and so is a sample: it is added with its contract and never edited.
 *
 * Together they tell of one ticket: listed by one person, reserved and bought by another.
 */
export const samples: ReadonlyMap<string, Event> = new Map(
  readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.slice(0, -'.json'.length), JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'))]),
);

/**
 * The sample of a contract as the log gives it back, some of its data replaced, or left out where `undefined`.
 * @throws {TypeError} it has none
 */
export function sampleOf<const Type extends string, const Version extends number, Schema extends z.ZodObject>(
  { type, version, schema, of }: EventContract<Type, Version, Schema>,
  data: Partial<z.output<Schema>> = {},
): Event<Type, Version, z.output<Schema>> {
  const sample = samples.get(`${type}@${version}`);
  if (!sample) throw new TypeError(`${type} version ${version} has no sample`);
  const stored = JSON.stringify({ ...(sample.data as object), ...data });
  return of(schema.parse(JSON.parse(stored)));
}
