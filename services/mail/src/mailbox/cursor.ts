import { InvalidInput } from '@boxoffice/common';
import { z } from 'zod';
import type { Place } from './mailbox.ts';

const Cursor = z.tuple([z.int().min(1), z.int().min(0)]);

/** A place as clients hand it back, opaque to them. */
export function cursorOf({ position, index }: Place): string {
  return Buffer.from(JSON.stringify([position, index])).toString('base64url');
}

/** @throws {InvalidInput} the cursor is none */
export function placeOf(cursor: string): Place {
  try {
    const [position, index] = Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { position, index };
  } catch {
    throw new InvalidInput([{ field: 'cursor', message: 'must be the nextCursor of a page' }]);
  }
}
