import {
  lastSighting,
  loadPlanNews,
  openGaps,
  QualeprefError,
  type Gap,
  type PlanNews,
  type Sighting,
} from '@qualepref/core';
import type { KeptCampaign } from './audit-file.ts';
import { lastActions } from './improvement-actions.ts';

/**
 * What another grid, as its campaign writes it, tells that the plan of an audit
 * does not know yet. A gap that is open already, on the same site and for the
 * same service, opens no second line; what was seen of others is not kept.
 *
 * @throws QualeprefError `gaps` when it is something else, or comes from the website grid
 */
export function newsFor(value: unknown, { actions = [], gaps = [], sightings = [] }: KeptCampaign): PlanNews {
  const read = loadPlanNews(value);
  if ([...read.gaps, ...read.sightings].some(({ origin }) => origin === 'website-grid'))
    throw new QualeprefError(
      'gaps',
      'Ces écarts sont ceux de la grille du site : le plan les suit déjà. Donner ceux d’une autre grille, par exemple accueil-2026-S2-ecarts.json.',
    );
  const held = lastActions(actions);
  const known = new Map([...gaps, ...held.map(({ gap }) => gap)].map((gap) => [gap.id, gap]));
  const places = new Set(
    openGaps(
      [...known.values()],
      held.map(({ action }) => action),
    ).map(placeOf),
  );
  const added = read.gaps.filter((gap) => {
    const isNew = !known.has(gap.id) && !places.has(placeOf(gap));
    places.add(placeOf(gap));
    return isNew;
  });
  const followed = [...known.values(), ...added];
  return {
    gaps: added,
    sightings: read.sightings.filter((each) => followed.some((gap) => isNewsOf(gap, each, sightings))),
  };
}

/** Whether something becomes known of a gap: an older copy says nothing new, nor does the same one twice. */
function isNewsOf(gap: Gap, seen: Sighting, known: readonly Sighting[]): boolean {
  const before = lastSighting(gap, known);
  return lastSighting(gap, [...known, seen]) === seen && JSON.stringify(seen) !== JSON.stringify(before);
}

/** What a gap is about, whenever it was found. */
function placeOf({ origin, reference, site = '', service = '', subject }: Gap): string {
  return [origin, reference ?? subject, site, reference === undefined ? service : ''].join('\n');
}
