import { setImmediate as turn } from 'node:timers/promises';
import type { Document, ReadModel } from '../read-models/read-models.ts';

/** How two builds of a read model differ. */
export interface Comparison {
  readonly documents: number;
  /** Keys whose documents are not the same bytes; at most {@link SHOWN}. */
  readonly different: readonly string[];
}

/** Looks at keys again that were different, after one of the models has come as far as the other. */
export type LookAgain = (keys: readonly string[]) => Promise<readonly string[]>;

/** Differences beyond these are not looked for: it is clear by then. */
export const SHOWN = 1000;
const PAGE = 1000;

/**
 * Compares all documents of two generations, byte for byte, in the order of their keys. What is different because one
 * of the models has moved is for `lookAgain` to find out, page by page: only what it leaves counts.
 */
export async function compare(
  one: ReadModel<unknown>,
  other: ReadModel<unknown>,
  lookAgain: LookAgain = async (keys) => keys,
): Promise<Comparison> {
  const different: string[] = [];
  let documents = 0;
  for (let after = ''; different.length < SHOWN; ) {
    const [left, right] = await Promise.all([page(one, after), page(other, after)]);
    // As far as both pages go: what is beyond the end of a full one comes with the next.
    const ends = [left, right].filter((rows) => rows.length === PAGE).map((rows) => rows.at(-1)?._id ?? '');
    const last = ends.sort()[0];
    const isCovered = ({ _id }: Document<unknown>) => last === undefined || _id <= last;
    const keys = new Set([...left, ...right].filter(isCovered).map(({ _id }) => _id));
    documents += keys.size;
    const unlike = unlikeOf([...keys], left, right);
    if (unlike.length > 0) different.push(...(await lookAgain(unlike)));
    if (last === undefined) break;
    after = last;
    await turn();
  }
  return { documents, different: different.slice(0, SHOWN) };
}

/** Of these keys, those whose documents differ now. */
export async function stillDifferent(
  one: ReadModel<unknown>,
  other: ReadModel<unknown>,
  keys: readonly string[],
): Promise<string[]> {
  const found = (model: ReadModel<unknown>) => model.find({ _id: { $in: [...keys] } });
  return unlikeOf(keys, ...(await Promise.all([found(one), found(other)])));
}

function unlikeOf(
  keys: readonly string[],
  left: readonly Document<unknown>[],
  right: readonly Document<unknown>[],
): string[] {
  const textsOf = (documents: readonly Document<unknown>[]) =>
    new Map(documents.map((document) => [document._id, JSON.stringify(document)]));
  const [mine, theirs] = [textsOf(left), textsOf(right)];
  return keys.filter((key) => mine.get(key) !== theirs.get(key));
}

function page(model: ReadModel<unknown>, after: string): Promise<Document<unknown>[]> {
  return model.find({ _id: { $gt: after } }, { sort: { _id: 1 }, limit: PAGE });
}

/** How often documents that look different are looked at again, before they count as different. */
const LOOKS = 10;
/** Milliseconds that the model which is behind is waited for. */
const PATIENCE = 200;

/**
 * Compares a model that others write with one that this process brings up: what looks different is looked at again
 * after `bringTo` has brought the latter to where the former was. What changes all the time may never be seen at rest.
 */
export function compareMoving(
  kept: ReadModel<unknown>,
  own: ReadModel<unknown>,
  bringTo: (position: number) => Promise<void>,
): Promise<Comparison> {
  return compare(kept, own, async (keys) => {
    let left = keys;
    for (let look = 0; look < LOOKS && left.length > 0; look += 1) {
      await bringTo(await kept.position());
      await kept.reached(await own.position(), PATIENCE);
      left = await stillDifferent(kept, own, left);
    }
    return left;
  });
}
