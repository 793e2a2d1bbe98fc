import type { Done, Excuse } from './agenda.ts';
import type { Campaign } from './campaign.ts';
import { isPublished, isSent, type FlashInfo, type Meeting } from './committee.ts';
import type { GridId } from './grid.ts';
import type { Label } from './label.ts';
import type { Suspension } from './measurement.ts';
import { parsePeriod, quarterOf, shiftPeriod } from './period.ts';
import { publicationPlaceLabels, type Survey } from './survey.ts';
import type { Clu } from './user-committee.ts';

const GRID_OBLIGATIONS: Readonly<Record<GridId, string>> = {
  website: 'grille-site',
  reception: 'grille-accueil',
  'mail-control': 'controle-ecrits',
};

/** A grid filled in, as the agenda counts it; none before it is signed. */
export function campaignDone({
  id,
  grid,
  period,
  site,
  signature,
}: Pick<Campaign, 'id' | 'grid' | 'period' | 'site' | 'signature'>): Done | undefined {
  if (!signature) return undefined;
  return {
    obligation: GRID_OBLIGATIONS[grid],
    turn: period,
    on: signature.on,
    ...(site === undefined ? {} : { site }),
    evidence: [{ label: 'Grille signée', address: id }],
    shared: [],
  };
}

/**
 * A meeting of the steering committee, as the agenda counts it for its year.
 *
 * @param today ISO day: minutes sent or published later have not been yet
 */
export function meetingDone({ on, minutes }: Pick<Meeting, 'on' | 'minutes'>, today: string): Done {
  return {
    obligation: 'copil',
    turn: on.slice(0, 4),
    on,
    evidence: minutes ? [minutes.document] : [],
    shared: [
      ...(isSent(minutes, today) ? (['committee-members'] as const) : []),
      ...(isPublished(minutes, today) ? (['intranet'] as const) : []),
    ],
  };
}

/** A flash-info, as the agenda counts it for its quarter; none before it has a place on the intranet. */
export function flashInfoDone({ on, subject, publishedAt }: FlashInfo): Done | undefined {
  if (publishedAt === undefined) return undefined;
  return {
    obligation: 'flash-info',
    turn: quarterOf(on).id,
    on,
    evidence: [{ label: subject, address: publishedAt }],
    shared: ['intranet'],
  };
}

/** The meeting of the local user committee, as the agenda counts it; none while it has not met. */
export function cluDone({ year, metOn, minutes }: Pick<Clu, 'year' | 'metOn' | 'minutes'>): Done | undefined {
  if (metOn === undefined) return undefined;
  return {
    obligation: 'clu',
    turn: String(year),
    on: metOn,
    evidence: minutes === undefined ? [] : [{ label: 'Compte-rendu', address: minutes }],
    shared: [],
  };
}

/** Why the local user committee did not meet; an excuse only once its members were sent material instead. */
export function cluExcuse({ year, notMet }: Pick<Clu, 'year' | 'notMet'>): Excuse | undefined {
  if (!notMet?.materialSent) return undefined;
  return {
    obligation: 'clu',
    turn: String(year),
    reason: notMet.reason,
    evidence: notMet.materialSent.documents.map((label) => ({ label })),
  };
}

/**
 * A survey of users, as the agenda counts it on each of its sites: it is done
 * on the last day on which it was answered.
 *
 * @param today ISO day: results made known later have not been yet
 */
export function surveyDone(
  { audience, year, to, sites, publication }: Survey,
  today: string,
): readonly Done[] {
  if (audience !== 'users') return [];
  const known = publication.filter(({ on }) => on <= today);
  return sites.map((site) => ({
    obligation: 'enquete',
    turn: year,
    on: to,
    site,
    evidence: known.flatMap(({ place, evidence }) =>
      evidence === undefined ? [] : [{ label: publicationPlaceLabels[place], address: evidence }],
    ),
    shared: [
      ...(known.some((each) => each.place === 'hall' && each.site === site) ? (['halls'] as const) : []),
      ...(['website', 'user-committee'] as const).filter((place) =>
        known.some((each) => each.place === place),
      ),
    ],
  }));
}

/** The months in which indicators were not followed; a suspension of some sites or indicators excuses none. */
export function suspensionExcuses({ from, to, reason, indicators, sites }: Suspension): readonly Excuse[] {
  if (indicators !== undefined || sites !== undefined) return [];
  const excuses: Excuse[] = [];
  for (let month = parsePeriod(from); month.id <= to; month = shiftPeriod(month, 1))
    excuses.push({ obligation: 'indicateurs', turn: month.id, reason: reason.fr });
  return excuses;
}

/** The follow-up audit of a label, as the agenda counts it: on the last day of the period in which it was done. */
export function followUpDone({ obtained, followUp }: Pick<Label, 'obtained' | 'followUp'>): Done | undefined {
  if (followUp?.done === undefined) return undefined;
  return {
    obligation: 'audit-externe',
    turn: `suivi:${obtained}`,
    on: parsePeriod(followUp.done).end,
    evidence: [],
    shared: [],
  };
}
