import * as v from 'valibot';
import { verdictsOf, type Campaign } from './campaign.ts';
import type { HandCampaign } from './hand-campaign.ts';
import { gapOrigins, gapSchema, type Gap } from './improvement.ts';
import { controlResults, type ControlDraw } from './mail-control.ts';
import { parsed } from './parse.ts';
import { amount, count, id, isoDay, list, oneOf, periodId, section, text } from './schema.ts';

/**
 * What a grid filled in by hand shows of a point, on a site: a gap found there
 * before is mended, or is still one.
 */
export const sightingSchema = section({
  origin: oneOf(gapOrigins),
  /** The item of the grid. */
  reference: text(),
  site: v.optional(id),
  period: periodId,
  /** The last day on which somebody looked. */
  on: isoDay,
  verdict: oneOf(['conforme', 'non_conforme', 'sans_objet']),
  /** Of several replies, how many conform. */
  sample: v.optional(section({ conforme: amount, decided: count })),
  by: v.optional(text()),
  note: v.optional(text()),
});
export type Sighting = v.InferOutput<typeof sightingSchema>;

/** What a grid filled in by hand tells the improvement plan: what it opens, and what became of the rest. */
export interface PlanNews {
  readonly gaps: readonly Gap[];
  readonly sightings: readonly Sighting[];
}

export const planNewsSchema = section({
  gaps: list(gapSchema, 'd’écarts'),
  sightings: list(sightingSchema, 'de points revus'),
});

/**
 * Reads what was written for the improvement plan.
 *
 * @throws QualeprefError `gaps`; each line of the message names a path and what was expected there
 */
export function loadPlanNews(value: unknown): PlanNews {
  return parsed(planNewsSchema, value, { code: 'gaps', name: 'écarts' });
}

/** What a campaign shows of each point that is decided. */
export function sightingsIn(hand: HandCampaign): readonly Sighting[] {
  return hand.kind === 'reception' ? hand.campaigns.flatMap(seenOnVisit) : seenInSample(hand.draw);
}

function seenOnVisit({ period, site, ...campaign }: Campaign): Sighting[] {
  return verdictsOf(campaign).flatMap(({ item, decision }) => {
    if (!decision || decision.verdict === 'a_verifier') return [];
    const { verdict, by, date, reason } = decision;
    return {
      ...{ origin: 'reception-grid', reference: item, ...(site === undefined ? {} : { site }) },
      ...{ period, on: date, verdict, by, ...(reason === undefined ? {} : { note: reason }) },
    };
  });
}

function seenInSample({ period, drawnOn, sheets }: ControlDraw): Sighting[] {
  return controlResults(sheets).flatMap(({ site, item, value, remaining }) => {
    const { numerator: conforme, denominator: decided } = value;
    const isMended = conforme === decided;
    // One of the replies that are left may still show it.
    if (decided === 0 || (isMended && remaining > 0)) return [];
    const days = sheets
      .filter((sheet) => sheet.site === site)
      .flatMap(({ campaign }) => campaign.decisions.filter((each) => each.item === item))
      .map(({ decision }) => decision.date);
    return {
      ...{ origin: 'mail-control', reference: item, site, period },
      on: days.reduce((a, b) => (a > b ? a : b), drawnOn),
      verdict: isMended ? 'conforme' : 'non_conforme',
      sample: { conforme, decided },
    };
  });
}

/** What was last seen of a gap, on the day on which it was found or later; the later in the list when equal. */
export function lastSighting(gap: Gap, sightings: readonly Sighting[]): Sighting | undefined {
  const { origin, reference, site, foundOn } = gap;
  return sightings
    .filter((seen) => seen.origin === origin && seen.reference === reference && seen.site === site)
    .filter(({ on }) => on >= foundOn)
    .toSorted((a, b) => compare(`${a.period} ${a.on}`, `${b.period} ${b.on}`))
    .at(-1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Whether what was last seen of a gap leaves nothing of it. */
export function isMendedBy(sighting: Sighting | undefined): boolean {
  return sighting !== undefined && sighting.verdict !== 'non_conforme';
}
