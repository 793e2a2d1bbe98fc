import dns from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Why an address is not asked. */
export type Refusal = 'scheme' | 'private' | 'port' | 'other-host';

/** Which addresses and peers an audit may reach. */
export interface AddressGuardOptions {
  /** Private hosts allowed, as written in the addresses given: `127.0.0.1` does not allow `localhost`. */
  readonly permitted: ReadonlySet<string>;
  /** Hosts of the audited site, with their port when it is not the default one. */
  readonly siteHosts: ReadonlySet<string>;
  /** Whether hosts that are neither permitted nor the site's may be asked. */
  readonly asksOtherHosts: boolean;
}

/** Checks an address as written, what its name resolves to, and who answered in the end. */
export interface AddressGuard {
  checkUrl(url: URL): Refusal | null;
  isPermitted(hostname: string): boolean;
  /** The error to refuse a connection with, or `null`: before it, of a literal address or local name. */
  checkHost(hostname: string): Error | null;
  lookup: LookupFunction;
  /** The error to end a connection with, or `null`: `address` is who answered. */
  checkPeer(hostname: string, address: string | undefined): Error | null;
}

/** Code of the errors by which the guard ends a connection. */
export const PRIVATE_ADDRESS = 'ERR_PRIVATE_ADDRESS';

const PRIVATE_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/**
 * `::ffff:0:0/96` is not there: BlockList judges these by the IPv4 address
 * inside. The other ranges that carry one (translation, 6to4, Teredo) are refused whole.
 */
const PRIVATE_IPV6 = [
  ...['::/96', '::ffff:0:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/32', '2002::/16'],
  ...['fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];

const blocked = new BlockList();
for (const [family, ranges] of [
  ['ipv4', PRIVATE_IPV4],
  ['ipv6', PRIVATE_IPV6],
] as const) {
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    blocked.addSubnet(network, Number(prefix), family);
  }
}

/** Whether an IP address is not one of the public Internet; what is no IP address is not either. */
export function isPrivateAddress(ip: string): boolean {
  const family = isIP(ip);
  if (family === 0) return true;
  return blocked.check(ip.replace(/%.*$/, ''), family === 4 ? 'ipv4' : 'ipv6');
}

/**
 * The three checks are needed: a literal address is never looked up, and a name
 * checked before its connection may resolve otherwise the second time.
 */
export function createGuard({ permitted, siteHosts, asksOtherHosts }: AddressGuardOptions): AddressGuard {
  const names = new Set([...permitted].map(bare));
  const isPermitted = (hostname: string): boolean => names.has(bare(hostname));

  return {
    isPermitted,

    checkUrl(url) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme';
      if (isPermitted(url.hostname)) return null;
      if (isPrivateName(url.hostname)) return 'private';
      if (siteHosts.has(url.host)) return null;
      if (!asksOtherHosts) return 'other-host';
      return url.port === '' || url.port === '80' || url.port === '443' ? null : 'port';
    },

    checkHost(hostname) {
      return isPermitted(hostname) || !isPrivateName(hostname) ? null : refusal(hostname);
    },

    lookup(hostname, options, callback) {
      dns.lookup(hostname, { ...options, all: true }, (error, found) => {
        if (error) {
          callback(error, []);
          return;
        }
        const addresses = isPermitted(hostname)
          ? found
          : found.filter((one) => !isPrivateAddress(one.address));
        const [first] = addresses;
        if (!first) callback(refusal(hostname), []);
        else if (options.all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      });
    },

    checkPeer(hostname, address) {
      if (isPermitted(hostname) || address === undefined || !isPrivateAddress(address)) return null;
      return refusal(hostname);
    },
  };
}

/** Whether a host, as an URL writes it, is private by itself; other names are judged by what they resolve to. */
export function isPrivateName(hostname: string): boolean {
  const name = bare(hostname);
  if (isIP(name) !== 0) return isPrivateAddress(name);
  return name === 'localhost' || name.endsWith('.localhost');
}

/** A host without the brackets of IPv6 nor the dot of the root. */
function bare(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

function refusal(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${hostname} is a private address`), { code: PRIVATE_ADDRESS });
}
