import { searchFields, type TypedSearch } from './read-search.ts';

/** The address of a search like `typed` with some of it changed; `undefined` takes a field away. */
export function searchHref(
  typed: TypedSearch,
  changes: { [Field in keyof TypedSearch]?: string | undefined } & { cursor?: string } = {},
): string {
  const query = new URLSearchParams();
  const all: Record<string, string | undefined> = { ...typed, ...changes };
  for (const field of [...searchFields, 'cursor']) {
    const value = all[field];
    if (value) query.set(field, value);
  }
  return query.size === 0 ? '/' : `/?${query}`;
}
