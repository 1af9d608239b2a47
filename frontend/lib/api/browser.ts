import { cookies, headers } from 'next/headers';
import { parseSetCookie } from './set-cookie.ts';

/** What the API judges a request by. Passed on as it came and never made up: a missing header stays missing. */
const passedOn = ['sec-fetch-site', 'origin', 'x-forwarded-for', 'x-forwarded-proto', 'user-agent'] as const;

/** The headers of the browser's request that the API needs. */
export async function fromBrowser(): Promise<Headers> {
  const [incoming, jar] = await Promise.all([headers(), cookies()]);
  const outgoing = new Headers();
  for (const name of passedOn) {
    const value = incoming.get(name);
    if (value !== null) outgoing.set(name, value);
  }
  const host = incoming.get('host');
  if (host !== null) outgoing.set('x-forwarded-host', host);
  // The jar, not the header: in a server action it already holds the cookies that the action has set.
  const cookie = jar.toString();
  if (cookie !== '') outgoing.set('cookie', cookie);
  return outgoing;
}

/** Gives the browser the cookies that the API set. Only where a reply can still carry them: actions and routes. */
export async function toBrowser(reply: Response): Promise<void> {
  const jar = await cookies();
  for (const header of reply.headers.getSetCookie()) {
    const cookie = parseSetCookie(header);
    if (cookie) jar.set(cookie);
  }
}
