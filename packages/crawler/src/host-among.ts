import { Known } from './known.ts';

/** Whether a host is one of these, or below one: `www.service-public.gouv.fr` is below `gouv.fr`. */
export function isHostAmong(host: string, hosts: readonly string[]): boolean {
  return hosts.some((one) => host === one || host.endsWith(`.${one}`));
}

const hostnames = new Known<string>();

/** The host of an address, without its port; empty for what is none. The links of a site lead to few hosts, again and again. */
export function hostnameOf(url: string): string {
  return hostnames.get(url, (one) => URL.parse(one)?.hostname ?? '');
}
