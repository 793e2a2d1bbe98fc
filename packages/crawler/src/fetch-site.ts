/** The site as the configuration names it. */
export interface SiteAddresses {
  /** Public address, under which pages are named. */
  readonly address: string;
  /** What really answers for the address and its aliases, such as pre-production. */
  readonly servedBy?: string | undefined;
  readonly aliases: readonly string[];
}

/** The site's hosts and origins, and the way from its public names to what answers for them and back. */
export interface SiteNames {
  readonly hosts: ReadonlySet<string>;
  readonly origins: ReadonlySet<string>;
  servedAt(url: URL): URL;
  publicName(url: URL): URL;
}

/** What answers for other sites where nothing may leave the machine: an address to put before the path, by origin. */
export type StandIns = Readonly<Record<string, string>>;

/** Reads the addresses once; `servedBy` counts by its origin only. */
export function siteNames({ address, servedBy, aliases }: SiteAddresses, standIns: StandIns = {}): SiteNames {
  const names = [address, ...aliases].map((name) => new URL(name));
  const server = servedBy === undefined ? null : new URL(servedBy);
  const all = server ? [...names, server] : names;
  const publicHosts = new Set(names.map(({ host }) => host));
  return {
    hosts: new Set(all.map(({ host }) => host)),
    origins: new Set(all.map(({ origin }) => origin)),
    servedAt: (url) => {
      if (server && publicHosts.has(url.host)) return moved(url, server);
      const standIn = standIns[url.origin];
      return standIn === undefined ? url : new URL(`${standIn}${url.pathname}${url.search}`);
    },
    publicName: (url) => (server && url.host === server.host ? moved(url, new URL(address)) : url),
  };
}

/** By hand: a path that begins with two slashes would otherwise be read as a host. */
function moved(url: URL, to: URL): URL {
  return new URL(`${to.origin}${url.pathname}${url.search}`);
}
