export interface Cookie {
  name: string;
  value: string;
  path?: string;
  domain?: string;
  expires?: Date;
  maxAge?: number;
  secure?: boolean;
  httpOnly?: boolean;
  sameSite?: 'lax' | 'strict' | 'none';
}

/** Reads one `Set-Cookie` header, so that a cookie of the API reaches the browser with the same attributes. */
export function parseSetCookie(header: string): Cookie | undefined {
  const [pair = '', ...attributes] = header.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, equals).trim();
  if (equals < 1 || name === '') return undefined;
  const cookie: Cookie = { name, value: decode(pair.slice(equals + 1).trim()) };
  for (const attribute of attributes) {
    const [key = '', ...rest] = attribute.split('=');
    apply(cookie, key.trim().toLowerCase(), rest.join('=').trim());
  }
  return cookie;
}

function apply(cookie: Cookie, key: string, value: string): void {
  if (key === 'path') cookie.path = value;
  else if (key === 'domain') cookie.domain = value;
  else if (key === 'expires') cookie.expires = new Date(value);
  else if (key === 'max-age') cookie.maxAge = Number(value);
  else if (key === 'secure') cookie.secure = true;
  else if (key === 'httponly') cookie.httpOnly = true;
  else if (key === 'samesite') cookie.sameSite = sameSite(value.toLowerCase());
}

function sameSite(value: string): 'lax' | 'strict' | 'none' {
  return value === 'lax' || value === 'none' ? value : 'strict';
}

/** The framework encodes the value again when it sets the cookie. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
