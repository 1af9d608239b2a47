import { createHmac } from 'node:crypto';

/** Signs the sessions of tests. */
export const SECRET = 'a secret of tests, of 32 bytes or more';

const digests: Record<string, string> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };

interface Signing {
  readonly alg?: string;
  readonly secret?: string;
  readonly typ?: string;
}

/** The claims of a session that is good for a long time. */
export function claims(userId: string, sessionId: string): Record<string, unknown> {
  const [iat, exp] = [Date.UTC(2026, 0) / 1000, Date.UTC(2200, 0) / 1000];
  return { sub: userId, sid: sessionId, iss: 'boxoffice', aud: 'boxoffice', iat, exp };
}

/** A JSON Web Token made by hand (RFC 7519), so that it may be a wrong one. `none` has no signature. */
export function token(payload: object, { alg = 'HS256', secret = SECRET, typ = 'JWT' }: Signing = {}): string {
  const signed = [{ alg, typ }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const digest = digests[alg];
  return `${signed}.${digest ? createHmac(digest, secret).update(signed).digest('base64url') : ''}`;
}
