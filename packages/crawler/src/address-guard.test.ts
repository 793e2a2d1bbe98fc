import { expect, test } from 'vitest';
import { createGuard, isPrivateAddress, PRIVATE_ADDRESS, type AddressGuardOptions } from './address-guard.ts';

const guard = (options: Partial<AddressGuardOptions> = {}) =>
  createGuard({ permitted: new Set(), siteHosts: new Set(), asksOtherHosts: true, ...options });
const check = (url: string, options?: Partial<AddressGuardOptions>) => guard(options).checkUrl(new URL(url));

const lookUp = (hostname: string, all: boolean, options?: Partial<AddressGuardOptions>) =>
  new Promise<unknown>((resolve) => {
    guard(options).lookup(hostname, { all, family: 4 }, (error, address) => {
      resolve(error ? error.code : address);
    });
  });

test('each private range is refused from its first address to its last, and not beyond', () => {
  const ranges: readonly (readonly [string, string, string, string])[] = [
    ['', '0.0.0.0', '0.255.255.255', '1.0.0.0'],
    ['9.255.255.255', '10.0.0.0', '10.255.255.255', '11.0.0.0'],
    ['100.63.255.255', '100.64.0.0', '100.127.255.255', '100.128.0.0'],
    ['126.255.255.255', '127.0.0.0', '127.255.255.255', '128.0.0.0'],
    ['169.253.255.255', '169.254.0.0', '169.254.255.255', '169.255.0.0'],
    ['172.15.255.255', '172.16.0.0', '172.31.255.255', '172.32.0.0'],
    ['191.255.255.255', '192.0.0.0', '192.0.0.255', '192.0.1.0'],
    ['192.167.255.255', '192.168.0.0', '192.168.255.255', '192.169.0.0'],
    ['198.17.255.255', '198.18.0.0', '198.19.255.255', '198.20.0.0'],
    ['223.255.255.255', '224.0.0.0', '255.255.255.255', ''],
    ['', '::', '::ffff:ffff', '::1:0:0'],
    ['::fffe:ffff:0:0', '::ffff:0:0:0', '::ffff:0:ffff:ffff', '::ffff:1:0:0'],
    ['64:ff9b:0:ffff::', '64:ff9b:1::', '64:ff9b:1:ffff::', '64:ff9b:2::'],
    ['ff:ffff::', '100::', '100::ffff:ffff:ffff:ffff', '100:0:0:1::'],
    ['2000:ffff::', '2001::', '2001:0:ffff::', '2001:1::'],
    ['64:ff9a:ffff::', '64:ff9b::', '64:ff9b::ffff:ffff', '64:ff9b:0:0:0:1::'],
    ['2001:ffff::', '2002::', '2002:ffff::', '2003::'],
    ['fbff::', 'fc00::', 'fdff::', 'fe00::'],
    ['fe7f::', 'fe80::', 'feff::', ''],
    ['', 'ff00::', 'ffff::', ''],
  ];
  for (const [before, first, last, after] of ranges) {
    expect(isPrivateAddress(first), first).toBe(true);
    expect(isPrivateAddress(last), last).toBe(true);
    if (before) expect(isPrivateAddress(before), before).toBe(false);
    if (after) expect(isPrivateAddress(after), after).toBe(false);
  }
});

test('an IPv4 address inside an IPv6 one is judged by itself', () => {
  expect(isPrivateAddress('::ffff:127.0.0.1')).toBe(true);
  expect(isPrivateAddress('::ffff:7f00:1')).toBe(true);
  expect(isPrivateAddress('::7f00:1')).toBe(true);
  expect(isPrivateAddress('::ffff:8.8.8.8')).toBe(false);
});

test('a zone does not hide a link-local address, and what is no address is refused', () => {
  expect(isPrivateAddress('fe80::1%eth0')).toBe(true);
  expect(isPrivateAddress('exemple.fr')).toBe(true);
});

test('every way to write loopback is refused', () => {
  const hosts = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '127.0.0.1.',
    '0.0.0.0',
    '[::1]',
  ];
  const names = ['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', '[::ffff:127.0.0.1]', '[::7f00:1]'];
  for (const host of [...hosts, ...names]) expect(check(`http://${host}/`), host).toBe('private');
  expect(check('http://localhost.exemple.fr/')).toBe(null);
});

test('only http and https are asked', () => {
  for (const url of [
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:1',
    'ftp://a.fr/',
    'view-source:http://a.fr/',
  ])
    expect(check(url), url).toBe('scheme');
  expect(check('http://a.fr/')).toBe(null);
  expect(check('https://a.fr/')).toBe(null);
});

test('ports 80 and 443 are asked; another only when declared for the site', () => {
  const siteHosts = new Set(['www.a.fr:8443']);
  expect(check('http://a.fr:443/')).toBe(null);
  expect(check('https://a.fr:80/')).toBe(null);
  expect(check('http://a.fr:8080/')).toBe('port');
  expect(check('https://www.a.fr:8443/', { siteHosts })).toBe(null);
  expect(check('https://www.a.fr:8444/', { siteHosts })).toBe('port');
});

test('a permitted private host is allowed as written and on any port, no other is', () => {
  const permitted = new Set(['127.0.0.1', '[::1]']);
  expect(check('http://127.0.0.1:8080/', { permitted })).toBe(null);
  expect(check('http://127.1/', { permitted })).toBe(null);
  expect(check('http://[::1]:9/', { permitted })).toBe(null);
  for (const host of ['localhost', '127.0.0.2', '[::ffff:127.0.0.1]', '0.0.0.0'])
    expect(check(`http://${host}/`, { permitted }), host).toBe('private');
});

test('declaring a private host as the site is not permitting it', () => {
  expect(check('http://127.0.0.1:8080/', { siteHosts: new Set(['127.0.0.1:8080']) })).toBe('private');
});

test('other hosts are refused when the audit asks none, the site and permitted hosts are not', () => {
  const options = {
    permitted: new Set(['10.0.0.1']),
    siteHosts: new Set(['www.a.fr']),
    asksOtherHosts: false,
  };
  expect(check('https://b.fr/', options)).toBe('other-host');
  expect(check('https://www.a.fr/', options)).toBe(null);
  expect(check('http://10.0.0.1:81/', options)).toBe(null);
});

test('a name that resolves to a private address is refused by the lookup, unless permitted', async () => {
  expect(await lookUp('localhost', false)).toBe(PRIVATE_ADDRESS);
  expect(await lookUp('localhost', true)).toBe(PRIVATE_ADDRESS);
  const permitted = new Set(['localhost']);
  expect(await lookUp('localhost', false, { permitted })).toBe('127.0.0.1');
  expect(await lookUp('localhost', true, { permitted })).toEqual([{ address: '127.0.0.1', family: 4 }]);
});

test('a name that does not resolve keeps its own error', async () => {
  expect(await lookUp(`${'a'.repeat(64)}.invalid`, true)).toBe('ENOTFOUND');
});

test('a connector that is never asked for a lookup refuses a literal address by itself', () => {
  expect(guard().checkHost('127.0.0.1')).toMatchObject({ code: PRIVATE_ADDRESS });
  expect(guard().checkHost('::1')).toMatchObject({ code: PRIVATE_ADDRESS });
  expect(guard().checkHost('a.fr')).toBe(null);
  expect(guard({ permitted: new Set(['[::1]']) }).checkHost('::1')).toBe(null);
});

test('the peer in the end is checked too', () => {
  expect(guard().checkPeer('a.fr', '10.0.0.1')).toMatchObject({ code: PRIVATE_ADDRESS });
  expect(guard().checkPeer('a.fr', '8.8.8.8')).toBe(null);
  expect(guard().checkPeer('a.fr', undefined)).toBe(null);
  expect(guard({ permitted: new Set(['a.fr']) }).checkPeer('a.fr', '10.0.0.1')).toBe(null);
});
