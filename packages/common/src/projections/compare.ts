import type { Document, ReadModel } from '../read-models/read-models.ts';

/** How two builds of a read model differ. */
export interface Comparison {
  readonly documents: number;
  /** Keys whose documents are not the same bytes; at most {@link SHOWN}. */
  readonly different: readonly string[];
}

/** Differences beyond these are not looked for: it is clear by then. */
export const SHOWN = 1000;
const PAGE = 1000;

/**
 * Compares all documents of two generations, byte for byte, in the order of their keys. While one of them is being
 * written, what has just changed may look different: see {@link stillDifferent}.
 */
export async function compare(one: ReadModel<unknown>, other: ReadModel<unknown>): Promise<Comparison> {
  const different: string[] = [];
  let documents = 0;
  for (let after = ''; different.length < SHOWN; ) {
    const [left, right] = await Promise.all([page(one, after), page(other, after)]);
    // As far as both pages go: what is beyond the end of a full one comes with the next.
    const end = [left, right].filter((rows) => rows.length === PAGE).map((rows) => rows.at(-1)?._id ?? '');
    const last = end.sort()[0];
    const texts = new Map(right.map((document) => [document._id, JSON.stringify(document)]));
    const keys = new Set([...left, ...right].map(({ _id }) => _id).filter((id) => last === undefined || id <= last));
    const mine = new Map(left.map((document) => [document._id, JSON.stringify(document)]));
    documents += keys.size;
    for (const key of keys) if (mine.get(key) !== texts.get(key)) different.push(key);
    if (last === undefined) break;
    after = last;
  }
  return { documents, different: different.slice(0, SHOWN) };
}

/** Of these keys, those whose documents differ now. */
export async function stillDifferent(
  one: ReadModel<unknown>,
  other: ReadModel<unknown>,
  keys: readonly string[],
): Promise<string[]> {
  const texts = async (model: ReadModel<unknown>) => {
    const found = await model.find({ _id: { $in: [...keys] } });
    return new Map(found.map((document) => [document._id, JSON.stringify(document)]));
  };
  const [left, right] = await Promise.all([texts(one), texts(other)]);
  return keys.filter((key) => left.get(key) !== right.get(key));
}

function page(model: ReadModel<unknown>, after: string): Promise<Document<unknown>[]> {
  return model.find({ _id: { $gt: after } }, { sort: { _id: 1 }, limit: PAGE });
}
