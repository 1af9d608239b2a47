/** Milliseconds after which an event is no news any more: nobody is told of it, and nothing is tried again. */
const LIFETIME = 3 * 24 * 60 * 60 * 1000;

export function isNews({ at }: { readonly at: string }, now: string): boolean {
  return Date.parse(now) - Date.parse(at) < LIFETIME;
}
