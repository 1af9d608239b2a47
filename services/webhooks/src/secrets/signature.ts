import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
/** Bytes; the specification asks for 24 to 64. */
const LENGTH = 32;

/** A secret that nobody guesses. */
export function newSecret(): string {
  return PREFIX + randomBytes(LENGTH).toString('base64');
}

/**
 * The headers that tell a receiver which message this is, when it was sent and that it is ours, by the conventions of
 * https://www.standardwebhooks.com: the newest secret signs first, and one that is on its way out signs as well.
 */
export function signedHeaders(
  secrets: readonly string[],
  { id, body, at }: { readonly id: string; readonly body: string; readonly at: string },
): Record<string, string> {
  const timestamp = String(Math.floor(Date.parse(at) / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
