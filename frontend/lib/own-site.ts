const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something: no page of another site sent it (security.md 13). Browsers say where a
 * request comes from in `Sec-Fetch-Site`, older ones in `Origin`; what says neither is refused.
 */
export function mayChange(method: string, headers: Headers): boolean {
  if (safe.has(method)) return true;
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get('host');
}
