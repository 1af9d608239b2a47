import { z } from 'zod';
import { InvalidInput } from '../errors.ts';

const Cursor = z.tuple([z.literal('after'), z.int().min(0)]);

/**
 * One page of a list that grows at its end alone, so that what was on a page stays there. `nextCursor` is opaque to
 * clients and there while there are more.
 * @throws {InvalidInput} the cursor is none
 */
export function growingPage<Item>(
  list: readonly Item[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): { items: Item[]; nextCursor?: string } {
  const start = cursor === undefined ? 0 : read(cursor);
  const end = start + limit;
  const items = list.slice(start, end);
  if (end >= list.length) return { items };
  return { items, nextCursor: Buffer.from(JSON.stringify(['after', end])).toString('base64url') };
}

function read(cursor: string): number {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))[1];
  } catch {
    throw new InvalidInput([{ field: 'cursor', message: 'must be the nextCursor of a page before' }]);
  }
}
