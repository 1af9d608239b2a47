import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address that nobody outside of this network has: nothing is sent there, whatever name leads to it. */
export class AddressRefused extends Error {
  constructor() {
    super('the address is not a public one');
    this.name = 'AddressRefused';
  }
}

/** Addresses of the old transition from IPv4 (RFC 4291, 2.5.5.1), which is no range of its own to the library. */
const compatible = ipaddr.IPv6.parseCIDR('::/96');

/**
 * Whether an address belongs to the public Internet. Loopback, private, link-local, shared (CGNAT), multicast, reserved
 * and documentation ranges do not, nor do IPv6 addresses that lead to an IPv4 one by translation or a tunnel. An IPv4
 * address that is written as an IPv6 one counts as what it is.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && !(parsed instanceof ipaddr.IPv6 && parsed.match(compatible));
}

/** Resolves names, as Node does by itself. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Resolves a name for the connection that is being made: what is checked is what is connected to, so that a name which
 * leads elsewhere a moment later gains nothing. One address that is not public refuses all of them.
 */
export function publicLookup(resolve: Resolve = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      if (addresses.length === 0 || !addresses.every(({ address }) => isPublic(address)))
        return callback(new AddressRefused(), []);
      const [{ address, family }] = addresses as [LookupAddress];
      if (options.all) callback(null, addresses);
      else callback(null, address, family);
    });
  };
}
