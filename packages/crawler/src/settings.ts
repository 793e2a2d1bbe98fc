import type { Config } from '@qualepref/core';
import type { Addressing } from './address.ts';
import type { Settings } from './check.ts';

/** What the site is compared with. */
export type References = Pick<Settings, 'feed' | 'feedState' | 'annuaire' | 'targetOf'>;

/** What the checks may read of the configuration, and what they compare with. */
export function settingsOf(
  config: Config,
  addressing: Addressing,
  today: string,
  references: References = {},
): Settings {
  const canonical = (path: string): string => addressing.canonical(path, config.site.address) ?? path;
  const { accessibility, legal } = config.pages;
  return {
    config: canonicalConfig(config, canonical),
    maxAgeDays: config.ages.procedure,
    pinned: {
      ...(accessibility === undefined ? {} : { accessibility: canonical(accessibility) }),
      ...(legal === undefined ? {} : { legal: canonical(legal) }),
    },
    services: config.services.map(({ name, prefixes }) => ({ name, prefixes: prefixes.map(canonical) })),
    ignore: config.ignore,
    exemptsOldDocuments: config.documents.exemptsOld,
    today,
    ...references,
  };
}

/** The same with every address as pages are named. */
function canonicalConfig(config: Config, canonical: (path: string) => string): Config {
  return {
    ...config,
    pages: Object.fromEntries(
      Object.entries(config.pages).flatMap(([name, path]) =>
        path === undefined ? [] : [[name, canonical(path)]],
      ),
    ),
    procedures: config.procedures.map((procedure) => {
      const { page, booking } = procedure;
      return {
        ...procedure,
        ...(page === undefined ? {} : { page: canonical(page) }),
        ...(booking?.address === undefined
          ? {}
          : { booking: { ...booking, address: canonical(booking.address) } }),
      };
    }),
  };
}
