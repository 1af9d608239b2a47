import { Id } from '@boxoffice/contracts';
import { notFound } from 'next/navigation';

/** The id in an address. What cannot be an id is not asked for. */
export function known(id: string): string {
  return Id.safeParse(id).data ?? notFound();
}
