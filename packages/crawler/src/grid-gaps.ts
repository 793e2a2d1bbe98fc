import { loadGaps, openGaps, QualeprefError, type Gap } from '@qualepref/core';
import type { KeptCampaign } from './audit-file.ts';
import { lastActions } from './improvement-actions.ts';

/**
 * The gaps of another grid, as its campaign writes them, that the plan of an
 * audit does not follow yet: what is open already, on the same site and for the
 * same service, opens no second line.
 *
 * @throws QualeprefError `gaps` when they are not gaps, or are those of the website grid
 */
export function gapsToFollow(value: unknown, { actions = [], gaps = [] }: KeptCampaign): readonly Gap[] {
  const read = loadGaps(value);
  if (read.some(({ origin }) => origin === 'website-grid'))
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
  return read.filter((gap) => {
    const isNew = !known.has(gap.id) && !places.has(placeOf(gap));
    places.add(placeOf(gap));
    return isNew;
  });
}

/** What a gap is about, whenever it was found. */
function placeOf({ origin, reference, site = '', service = '', subject }: Gap): string {
  return [origin, reference ?? subject, site, reference === undefined ? service : ''].join('\n');
}
