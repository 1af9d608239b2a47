import type { LookupAddress } from 'node:dns';
import { describe, expect, test } from 'vitest';
import { AddressRefused, isPublic, publicLookup, type Resolve } from './public-address.ts';

describe('an address that is not public', () => {
  test.each([
    ['loopback', '127.0.0.1'],
    ['loopback, elsewhere in its range', '127.255.255.254'],
    ['this host', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.0.1'],
    ['link-local: where clouds keep their credentials', '169.254.169.254'],
    ['shared by the customers of a provider', '100.64.0.1'],
    ['shared by the customers of a provider', '100.127.255.255'],
    ['for protocols', '192.0.0.1'],
    ['for documents', '192.0.2.1'],
    ['for documents', '198.51.100.1'],
    ['for documents', '203.0.113.1'],
    ['for measurements', '198.18.0.1'],
    ['a relay', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['IPv6 loopback', '::1'],
    ['IPv6 unspecified', '::'],
    ['IPv6 unique local', 'fc00::1'],
    ['IPv6 unique local', 'fd12:3456::1'],
    ['IPv6 link-local', 'fe80::1'],
    ['IPv6 link-local, with its zone', 'fe80::1%eth0'],
    ['IPv6 site-local', 'fec0::1'],
    ['IPv6 multicast', 'ff02::1'],
    ['IPv6 for documents', '2001:db8::1'],
    ['IPv6 that is discarded', '100::1'],
    ['IPv4 as IPv6', '::ffff:127.0.0.1'],
    ['IPv4 as IPv6, in hexadecimal', '::ffff:a00:1'],
    ['IPv4 as IPv6, the old way', '::127.0.0.1'],
    ['IPv4 as IPv6, the old way, as a URL writes it', '::7f00:1'],
    ['IPv4 translated', '::ffff:0:127.0.0.1'],
    ['IPv4 behind NAT64', '64:ff9b::7f00:1'],
    ['IPv4 behind a NAT64 of one’s own', '64:ff9b:1::a00:1'],
    ['IPv4 by 6to4', '2002:7f00:1::1'],
    ['IPv4 by Teredo', '2001:0:7f00:1::1'],
    ['none', 'localhost'],
    ['nothing', ''],
  ])('%s: %s', (_, address) => expect(isPublic(address)).toBe(false));
});

test.each([
  '1.1.1.1',
  '172.15.255.255',
  '172.32.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '192.169.0.1',
  '223.255.255.255',
])('a public address: %s', (address) => expect(isPublic(address)).toBe(true));
test.each(['2606:4700:4700::1111', '2a00:1450::1', '::ffff:1.1.1.1'])('a public IPv6 address: %s', (address) =>
  expect(isPublic(address)).toBe(true),
);

describe('a name', () => {
  const found = (...addresses: string[]): Resolve => {
    const all: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    return (_hostname, _options, callback) => callback(null, all);
  };
  const looked = (resolve: Resolve, all: boolean) =>
    new Promise((done, fail) =>
      publicLookup(resolve)('hooks.example.com', { all }, (error, address, family) =>
        error ? fail(error) : done([address, family]),
      ),
    );

  test('leads to what it is resolved to, one or all', async () => {
    const resolve = found('1.1.1.1', '2606:4700:4700::1111');
    expect(await looked(resolve, false)).toEqual(['1.1.1.1', 4]);
    const both = [
      { address: '1.1.1.1', family: 4 },
      { address: '2606:4700:4700::1111', family: 6 },
    ];
    expect(await looked(resolve, true)).toEqual([both, undefined]);
  });

  test.each([true, false])('that leads to a private address as well leads nowhere (all: %s)', async (all) => {
    await expect(looked(found('1.1.1.1', '10.0.0.1'), all)).rejects.toThrow(AddressRefused);
    await expect(looked(found('::ffff:127.0.0.1'), all)).rejects.toThrow(AddressRefused);
    await expect(looked(found(), all)).rejects.toThrow(AddressRefused);
  });

  test('that does not exist says so', async () => {
    const missing: Resolve = (_hostname, _options, callback) =>
      callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), []);
    await expect(looked(missing, true)).rejects.toThrow('not found');
  });
});
