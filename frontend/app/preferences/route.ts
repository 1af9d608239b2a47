import { cookies } from 'next/headers';
import { formOf } from '../../lib/form-of.ts';
import { isLocale } from '../../lib/locale.ts';
import { LOCALE_COOKIE, THEME_COOKIE } from '../../lib/preferences.ts';
import { ownPath } from '../../lib/safe-next.ts';
import { themes } from '../../lib/theme.ts';

const YEAR = 365 * 24 * 60 * 60;

/** Remembers the language or the colours that a reader chose, and goes back to the page where it was chosen. */
export async function POST(request: Request): Promise<Response> {
  const form = await formOf(request);
  const jar = await cookies();
  const kept = { path: '/', maxAge: YEAR, httpOnly: true, sameSite: 'lax' } as const;
  const locale = form.get('locale');
  if (isLocale(locale)) jar.set(LOCALE_COOKIE, locale, kept);
  const theme = form.get('theme');
  if (themes.some((each) => each === theme)) jar.set(THEME_COOKIE, String(theme), kept);
  else if (theme === 'system') jar.delete(THEME_COOKIE);
  return new Response(null, { status: 303, headers: { location: cameFrom(request.headers) } });
}

/** The page that the form was on, and where on it: whatever is sent, only a path of this site. */
function cameFrom(headers: Headers): string {
  const referer = headers.get('referer') ?? '';
  if (!URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return `${ownPath(pathname + search)}#preferences`;
}
