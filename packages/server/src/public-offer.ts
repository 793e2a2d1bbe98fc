import {
  canPublish,
  siteTimeZone,
  type Config,
  type ProceduresAnswer,
  type Procedure,
  type PublicProcedure,
  type PublicSite,
  type Site,
} from '@qualepref/core';
import type { Settings } from './settings.ts';

/** A site as the public sees it. */
export function publicSite(site: Site): PublicSite {
  const { id, name, kind, address, phones, hours } = site;
  return {
    ...{ id, name, kind },
    ...(address === undefined ? {} : { address }),
    ...(phones === undefined ? {} : { phones }),
    ...(hours === undefined ? {} : { hours }),
    timeZone: siteTimeZone(site),
  };
}

/** Sites with something to offer: procedures with another way, which no procedure is shown without. */
export function publicSites(config: Config): readonly PublicSite[] {
  const offered = new Set(config.procedures.filter(isOffered).flatMap(({ sites }) => sites));
  return config.sites.filter(({ id }) => offered.has(id)).map(publicSite);
}

/** The procedures of a site, as the public books them. */
export function publicProcedures(
  { procedures }: Config,
  site: string,
  durations: ReadonlyMap<string, number>,
): PublicProcedure[] {
  return procedures
    .filter(isOffered)
    .filter(({ sites }) => sites.includes(site))
    .map((each) => publicProcedure(each, durations));
}

function publicProcedure(
  procedure: OfferedProcedure,
  durations: ReadonlyMap<string, number>,
): PublicProcedure {
  const { id, label, page, booking, documents, explanation, otherWays, sites } = procedure;
  const duration = durations.get(id);
  return {
    ...{ id, label, mode: booking.mode },
    ...(page === undefined ? {} : { page }),
    ...(booking.address === undefined || !/^https?:/i.test(booking.address)
      ? {}
      : { address: booking.address }),
    documents: [...(documents ?? [])],
    ...(explanation === undefined ? {} : { explanation }),
    otherWays,
    sites,
    ...(duration === undefined ? {} : { duration }),
  };
}

/** A procedure that the public can be shown. */
type OfferedProcedure = Procedure & {
  readonly id: string;
  readonly booking: { readonly mode: PublicProcedure['mode'] };
};

function isOffered(procedure: Procedure): procedure is OfferedProcedure {
  return procedure.id !== undefined && procedure.booking?.mode !== undefined && canPublish(procedure);
}

/** Who answers for personal data, and how long it is kept. */
export function privacyOf(
  { server }: Settings,
  kind: 'appointments' | 'feedback',
): ProceduresAnswer['privacy'] {
  const { controller, officer, page } = server.privacy;
  return { controller, officer, keptMonths: server.retention[kind], ...(page === undefined ? {} : { page }) };
}
