import { isIP } from 'node:net';
import { InvalidInput } from '@boxoffice/common';
import { isPublic } from './public-address.ts';

/**
 * Refuses at once what would be refused at every attempt. Where a name leads is only known when it is connected to.
 * @throws {InvalidInput} it is not https, or its host is this machine or a private address
 */
export function checkUrl(url: string, { allowPrivate }: { readonly allowPrivate: boolean }): void {
  if (allowPrivate) return;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:') throw wrong('must be an https address');
  if (!isPublicHost(hostname)) throw wrong('must be an address of the public Internet');
}

/** A host as it stands in a parsed URL, which has written out `0x7f.1` and the like. */
export function isPublicHost(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address)) return isPublic(address);
  return !/(^|\.)(localhost|local|internal)\.?$/.test(hostname);
}

function wrong(message: string): InvalidInput {
  return new InvalidInput([{ field: 'url', message }]);
}
