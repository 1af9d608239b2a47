import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

/** The version of a package as the file that imports it would find it. */
export function versionOf(name: string, importer: string): string {
  const path = findPackageJSON(name, importer);
  return path ? JSON.parse(readFileSync(path, 'utf8')).version : 'unknown';
}
