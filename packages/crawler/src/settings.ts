import type { Config } from '@qualepref/core';
import type { Addressing } from './address.ts';
import type { Settings } from './check.ts';

/** What the checks may read of the configuration. */
export function settingsOf(config: Config, addressing: Addressing, today: string): Settings {
  const canonical = (path: string): string => addressing.canonical(path, config.site.address) ?? path;
  const { accessibility, legal } = config.pages;
  return {
    maxAgeDays: config.ages.procedure,
    pinned: {
      ...(accessibility === undefined ? {} : { accessibility: canonical(accessibility) }),
      ...(legal === undefined ? {} : { legal: canonical(legal) }),
    },
    services: config.services.map(({ name, prefixes }) => ({ name, prefixes: prefixes.map(canonical) })),
    ignore: config.ignore,
    exemptsOldDocuments: config.documents.exemptsOld,
    today,
  };
}
