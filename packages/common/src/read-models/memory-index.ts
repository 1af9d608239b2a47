import type { Filter, ReadModelIndex } from './read-models.ts';

type Fields = Readonly<Record<string, unknown>> & { readonly _id: string };

/**
 * One index of a read model in memory: which documents it covers (`partial`), and for the first field of its key
 * which documents hold a value. It narrows a query down; the query itself is still asked of every candidate.
 */
export function memoryIndex({ key, partial = {} }: ReadModelIndex) {
  const field = Object.keys(key)[0] ?? '_id';
  const conditions = Object.entries(partial);
  const covered = new Map<string, Fields>();
  // Made when it is first asked for: most indexes serve orders and ranges, which are not looked up by value.
  let byValue: Map<unknown, Set<string>> | undefined;

  const covers = (document: Fields) => conditions.every(([name, value]) => document[name] === value);

  function note(document: Fields, values: Map<unknown, Set<string>>): Map<unknown, Set<string>> {
    for (const value of valuesOf(document, field))
      values.set(value, (values.get(value) ?? new Set()).add(document._id));
    return values;
  }

  return {
    remove(document: Fields): void {
      if (covered.delete(document._id) && byValue)
        for (const value of valuesOf(document, field)) forget(byValue, value, document._id);
    },
    add(document: Fields): void {
      if (!covers(document)) return;
      covered.set(document._id, document);
      if (byValue) note(document, byValue);
    },
    /** The ids among which all answers are, if this index can tell. */
    candidates(equal: ReadonlyMap<string, unknown>): Candidates | undefined {
      if (!conditions.every(([name, value]) => equal.get(name) === value)) return undefined;
      const wanted = equal.get(field);
      if (wanted === undefined) return conditions.length > 0 ? covered : undefined;
      byValue ??= covered.values().reduce((values, document) => note(document, values), new Map());
      return byValue.get(wanted) ?? new Set();
    },
  };
}

/** Ids, and how many. */
export interface Candidates {
  readonly size: number;
  keys(): Iterable<string>;
}

/** What a filter demands to be equal to a plain value, in itself or in its `$and`. */
export function equalities(filter: Filter): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and')
      for (const part of condition as Filter[]) for (const pair of equalities(part)) found.set(...pair);
    else if (typeof condition === 'string' || typeof condition === 'number') found.set(name, condition);
  }
  return found;
}

/** The value at a path: `price.amount`. */
export function valueAt(document: unknown, path: string): unknown {
  if (!path.includes('.')) return (document as Record<string, unknown>)[path];
  let value = document;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
}

function forget(values: Map<unknown, Set<string>>, value: unknown, id: string): void {
  const ids = values.get(value);
  ids?.delete(id);
  if (ids?.size === 0) values.delete(value);
}

function valuesOf(document: Fields, field: string): unknown[] {
  const value = valueAt(document, field);
  return Array.isArray(value) ? value : [value];
}
