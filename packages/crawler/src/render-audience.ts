import { isHostAmong } from './host-among.ts';

/** Hosts that count visits: their names, or the end of them. */
const HOSTS = [
  ...['google-analytics.com', 'googletagmanager.com', 'analytics.google.com', 'doubleclick.net'],
  ...['xiti.com', 'ati-host.net', 'aticdn.net', 'at-o.net', 'pa-cd.com', 'piano.io'],
  ...['eulerian.com', 'eulerian.net', 'eulerian.io', 'eultech.fnac.com', 'matomo.cloud', 'innocraft.cloud'],
  ...['stats.data.gouv.fr', 'stats.beta.gouv.fr', 'audience-sites.din.developpement-durable.gouv.fr'],
  ...[
    'smetrics.service-public.fr',
    'hotjar.com',
    'clarity.ms',
    'plausible.io',
    'estat.com',
    'mediametrie.fr',
  ],
];
/** The same tools, served by the site itself or by a host of the State. */
const PATHS = /\/(?:(?:matomo|piwik)(?:\.min)?\.(?:js|php)|ea\.js|smarttag[\w.-]*\.js|hit\.xiti)(?:$|\?)/i;

/** Whether an address only serves to count visits: an audit must not be counted as one. */
export function isAudience(url: string): boolean {
  const parsed = URL.parse(url);
  if (!parsed) return false;
  const { hostname, pathname } = parsed;
  return (
    isHostAmong(hostname, HOSTS) ||
    /^(?:matomo|piwik|stats|eulerian|logs\d+)\d*\..*(?:matomo|piwik|xiti|eulerian)/.test(hostname) ||
    PATHS.test(pathname)
  );
}
