const nowhere = 'http://here.invalid';

/**
 * A path of this site, or the front page for anything else. Browsers read `\` as `/`
 * and drop tabs and line ends, so `//x`, `/\x` and their relatives would lead away; they are refused both as sent and
 * as resolved (`/.//x` becomes `//x`).
 */
export function ownPath(path: unknown): string {
  if (typeof path !== 'string' || !path.startsWith('/') || /[\\\p{Cc}]/u.test(path)) return '/';
  if (!URL.canParse(path, nowhere)) return '/';
  const url = new URL(path, nowhere);
  if (url.origin !== nowhere || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search + url.hash;
}

/** Where to go after signing in: a page of this site, and not those of signing in itself. */
export function safeNext(next: unknown): string {
  const path = ownPath(next);
  return /^\/(signin|signup|signout|forget|forgotten|api)([/?#]|$)/.test(path) ? '/' : path;
}

/** The sign-in page that comes back to `path`. */
export function signInTo(path: string): string {
  return `/signin?${new URLSearchParams({ next: path })}`;
}
