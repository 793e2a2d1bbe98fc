import { isIPv6 } from 'node:net';

/**
 * The network that a request comes from, as limits count it: an IPv4 address,
 * or the first half of an IPv6 one, of which a subscriber has all the rest.
 *
 * @param socket address of the connection
 * @param forwarded the X-Forwarded-For header
 * @param trustedProxies how many proxies of ours stand in front; each adds one address on the right, and what is further
 * left was written by who asks
 */
export function sourceNetwork(socket: string, forwarded: string | undefined, trustedProxies: number): string {
  const hops = (forwarded ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  const told = trustedProxies > 0 ? hops[Math.max(0, hops.length - trustedProxies)] : undefined;
  const address = (told ?? socket).replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''));
}
