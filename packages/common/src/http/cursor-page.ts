import { z } from 'zod';
import { InvalidInput } from '../errors.ts';
import type { Document, Filter, ReadModel } from '../read-models/read-models.ts';

export interface Order {
  readonly field: string;
  readonly direction: 1 | -1;
}

const Cursor = z.tuple([z.string(), z.union([z.string(), z.number()]), z.string()]);

/**
 * One page of what matches all filters, in an order that the id makes total: no page shows or drops a document
 * twice, whatever is added meanwhile. `nextCursor` is opaque to clients and there while there are more.
 * @throws {InvalidInput} the cursor is none, or one of another order
 */
export async function cursorPage<Body>(
  model: ReadModel<Body>,
  filters: readonly Filter[],
  { field, direction }: Order,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<{ items: Document<Body>[]; nextCursor?: string }> {
  const page = cursor === undefined ? filters : [...filters, after(cursor, { field, direction })];
  const found = await model.find({ $and: page }, { sort: { [field]: direction, _id: direction }, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  if (!last || found.length === items.length) return { items };
  const value = field.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], last);
  return {
    items,
    nextCursor: Buffer.from(JSON.stringify([orderOf({ field, direction }), value, last._id])).toString('base64url'),
  };
}

function after(cursor: string, { field, direction }: Order): Filter {
  const [of, value, id] = read(cursor);
  if (of !== orderOf({ field, direction })) throw wrong();
  const beyond = direction === 1 ? '$gt' : '$lt';
  return { $or: [{ [field]: { [beyond]: value } }, { [field]: value, _id: { [beyond]: id } }] };
}

/** `-price.amount`: from the greatest down. */
function orderOf({ field, direction }: Order): string {
  return direction === 1 ? field : `-${field}`;
}

function read(cursor: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw wrong();
  }
}

function wrong(): InvalidInput {
  return new InvalidInput([{ field: 'cursor', message: 'must be the nextCursor of a page with the same sort' }]);
}
