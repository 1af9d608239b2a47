import { cache } from 'react';

/** The oldest position that a page was read at, of all that it asked for; one for each request. */
const shown = cache((): { position: number | undefined } => ({ position: undefined }));

/** Remembers where the read model was that a reply came from. */
export function noteShown(header: string | null): void {
  if (header === null || !/^\d{1,15}$/.test(header)) return;
  const present = shown();
  present.position = Math.min(Number(header), present.position ?? Number.POSITIVE_INFINITY);
}

/** What the page shows is no older than this; nothing, when nothing that it has read says. */
export function shownPosition(): number | undefined {
  return shown().position;
}
