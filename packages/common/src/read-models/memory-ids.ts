import type { Filter, FindOptions } from './read-models.ts';

/** The ids of a store in their order, so that whoever goes through all of it need not look at all of it each time. */
export function memoryIds(documents: ReadonlyMap<string, unknown>) {
  let ordered: string[] = [];
  const added = new Set<string>();
  let isDirty = false;

  function inOrder(): readonly string[] {
    if (isDirty) ordered = [...ordered.filter((id) => documents.has(id) && !added.has(id)), ...added].sort();
    added.clear();
    isDirty = false;
    return ordered;
  }

  return {
    add(id: string): void {
      added.add(id);
      isDirty = true;
    },
    remove(id: string): void {
      added.delete(id);
      isDirty = true;
    },

    /** Those that are asked for by nothing but their ids; nothing for a question of another kind. */
    asked(filter: Filter, { sort, limit }: FindOptions): readonly string[] | undefined {
      const { _id: id, ...others } = filter as { _id?: { $in?: string[]; $gt?: string } };
      if (Object.keys(others).length > 0 || typeof id !== 'object' || Object.keys(id).length !== 1) return undefined;
      if (id.$in) return sort || limit !== undefined ? undefined : [...new Set(id.$in)];
      const isWalk = id.$gt !== undefined && sort?._id === 1 && Object.keys(sort).length === 1;
      if (!isWalk) return undefined;
      const ids = inOrder();
      const from = firstAfter(ids, id.$gt ?? '');
      return ids.slice(from, limit === undefined ? undefined : from + limit);
    },
  };
}

function firstAfter(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] as string) <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}
