import { calendarOf, localDay, siteTimeZone, type Calendar, type Site } from '@qualepref/core';
import type { World } from './world.ts';

/** The time zone of a site, or of the first one: where the préfecture is. */
export function zoneAt({ settings }: Pick<World, 'settings'>, site?: string): string {
  return siteTimeZone(siteOrFirst(settings.config.sites, site) ?? { zone: 'metropole' });
}

/** The ISO day that it is at a site, or at the first one. */
export function todayAt(world: Pick<World, 'settings' | 'now'>, site?: string): string {
  return localDay(world.now().toISOString(), zoneAt(world, site));
}

/** The days off of a site; of one that the configuration no longer has, those of the whole country. */
export function calendarAt({ settings }: Pick<World, 'settings'>, site: string): Calendar {
  const found = settings.config.sites.find(({ id }) => id === site);
  return calendarOf(found ?? { zone: 'metropole', closings: [] });
}

function siteOrFirst(sites: readonly Site[], site: string | undefined): Site | undefined {
  return sites.find(({ id }) => id === site) ?? sites[0];
}
