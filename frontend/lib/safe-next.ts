const nowhere = 'http://here.invalid';

/**
 * Where to go after signing in: a path of this site, or the front page for anything else. Browsers read `\` as `/`
 * and drop tabs and line ends, so `//x`, `/\x` and their relatives would lead away; they are refused both as sent and
 * as resolved (`/.//x` becomes `//x`).
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || /[\\\p{Cc}]/u.test(next)) return '/';
  if (!URL.canParse(next, nowhere)) return '/';
  const url = new URL(next, nowhere);
  if (url.origin !== nowhere || url.pathname.startsWith('//')) return '/';
  if (/^\/(signin|signup|signout|api)(\/|$)/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}

/** The sign-in page that comes back to `path`. */
export function signInTo(path: string): string {
  return `/signin?${new URLSearchParams({ next: path })}`;
}
