import type * as v from 'valibot';
import { findingCounts, type AuditReport, type FindingKind } from './audit-report.ts';
import { isLevelReached, type Barometer } from './barometer.ts';
import { verdictsOf, type Campaign } from './campaign.ts';
import type { Consolidated, CountedValue } from './consolidation.ts';
import { QualeprefError } from './error.ts';
import type { FeedbackSynthesis } from './feedback-synthesis.ts';
import type { Grid, GridId } from './grid.ts';
import type { PlanSummary } from './improvement-plan.ts';
import type { Indicator } from './indicator.ts';
import { breakdownKey } from './measurement.ts';
import { parsePeriod } from './period.ts';
import type { Sourced } from './provenance.ts';
import { isoDay, oneOf, section, text, unknownYet } from './schema.ts';
import { compareSurveys, type SurveyChange, type SurveyResult } from './survey-result.ts';
import type { Survey } from './survey.ts';
import { statusOf, trendOf, type TargetStatus, type Trend } from './trend.ts';
import { tally, type Tally } from './verdict.ts';

/** Parts of the yearly review: those that the policy of 2021 names, in its order, then what backs them. */
export const reviewParts = [
  'indicators',
  'surveys',
  'barometer',
  'feedback',
  'grids',
  'audits',
  'plan',
  'proposals',
] as const;
export type ReviewPart = (typeof reviewParts)[number];

/** Parts without which a review is whole: préfectures have left the barometer’s panel. */
export const optionalParts: Sourced<readonly ReviewPart[]> = {
  value: ['barometer'],
  provenance: {
    origin: 'P',
    source: 'Baromètre Marianne 2018\u00a0: les préfectures ne sont plus nommées parmi les réseaux mesurés',
  },
};

/** Where a review is presented, then published. */
export const reviewPlaces = ['steering-committee', 'staff-committee', 'website', 'intranet'] as const;
export type ReviewPlace = (typeof reviewPlaces)[number];

export const reviewPlaceLabels: Readonly<Record<ReviewPlace, string>> = {
  'steering-committee': 'présentation au comité de pilotage',
  'staff-committee': 'présentation au comité technique',
  website: 'publication sur le site internet',
  intranet: 'publication sur l’intranet',
};

/** Where it must be. */
export const reviewPublication: Sourced<readonly ReviewPlace[]> = {
  value: ['steering-committee', 'staff-committee', 'website', 'intranet'],
  provenance: { origin: 'S', source: 'Politique qualité 2021, bilan annuel' },
};

/** A place where a review was made known. */
export const reviewMentionSchema = section({
  place: oneOf(reviewPlaces),
  on: isoDay,
  /** Address of the page, of the document or of the minutes. */
  evidence: unknownYet(text()),
});
export type ReviewMention = v.InferOutput<typeof reviewMentionSchema>;

/** What the quality manager proposes for the year after. */
export const proposalSchema = section({
  /** French. */
  what: text(),
  /** A role rather than a name. */
  owner: unknownYet(text()),
  dueOn: unknownYet(isoDay),
});
export type Proposal = v.InferOutput<typeof proposalSchema>;

/** An indicator of the year, for a unit, with what it is compared to. */
export interface ReviewIndicator extends Consolidated {
  readonly target?: number;
  readonly status: TargetStatus;
  readonly previous: CountedValue | null;
  readonly trend: Trend;
}

/** A survey and its results. */
export interface SurveyedResults {
  readonly survey: Survey;
  readonly results: readonly SurveyResult[];
  /** Those of the survey before, of the same audience. */
  readonly previous?: readonly SurveyResult[];
}

export interface ReviewSurvey {
  readonly survey: Survey;
  readonly results: readonly SurveyResult[];
  /** None without a survey before. */
  readonly changes: readonly SurveyChange[];
}

/** What was checked with a grid in a period, on a site where each has its own: one campaign, or many control sheets. */
export interface ReviewCheck {
  readonly period: string;
  readonly site?: string;
  readonly campaigns: number;
  readonly unsigned: number;
  readonly tally: Tally;
}

export interface ReviewGrid {
  readonly grid: GridId;
  readonly title: string;
  /** Checks that its rhythm asks for in a year; null for one filled in day by day. */
  readonly expected: number | null;
  /** By period, then by site. */
  readonly checks: readonly ReviewCheck[];
}

export interface ReviewAudit {
  readonly report: AuditReport;
  readonly counts: Readonly<Record<FindingKind, number>>;
}

/** A year of the quality programme: data first. What is missing is named, never made up. */
export interface Review {
  readonly year: string;
  /** In the order of the catalogue. */
  readonly indicators: readonly ReviewIndicator[];
  readonly surveys: readonly ReviewSurvey[];
  /** Sites that no survey of users asked. */
  readonly unsurveyedSites: readonly string[];
  readonly barometer: (Barometer & { readonly required: number; readonly isReached: boolean }) | null;
  readonly feedback: FeedbackSynthesis | null;
  readonly grids: readonly ReviewGrid[];
  /** The earliest first. */
  readonly audits: readonly ReviewAudit[];
  readonly plan: PlanSummary | null;
  readonly proposals: readonly Proposal[];
  /** In the order of the parts. */
  readonly missing: readonly ReviewPart[];
  /** Each place where it must be made known, with what was done there. */
  readonly publication: readonly { readonly place: ReviewPlace; readonly done: ReviewMention | null }[];
}

/** What a review is made from. Lists may hold other years: only what is of this one is kept. */
export interface ReviewInput {
  /** `2026`. */
  readonly year: string;
  readonly sites: readonly string[];
  readonly catalogue: readonly Indicator[];
  /** Those of the year and of the year before. */
  readonly indicators: readonly Consolidated[];
  readonly surveys: readonly SurveyedResults[];
  readonly barometer?: Barometer | undefined;
  /** By default `barometerRequirement`. */
  readonly requiredMark: number;
  readonly feedback?: FeedbackSynthesis | undefined;
  /** Grids in use. */
  readonly grids: readonly Grid[];
  /** Control sheets bring the campaign that each holds. */
  readonly campaigns: readonly Campaign[];
  readonly audits: readonly AuditReport[];
  readonly plan?: PlanSummary | undefined;
  readonly proposals: readonly Proposal[];
  readonly mentions: readonly ReviewMention[];
  /** By default `reviewPublication`. */
  readonly places: readonly ReviewPlace[];
  /** By default `optionalParts`. */
  readonly optional: readonly ReviewPart[];
}

/**
 * Assembles the review of a year.
 *
 * @throws QualeprefError `period` when the year is no period, `review-year` when it is not a year, or when the
 * barometer or the synthesis of feedback is of another one
 */
export function yearlyReview(input: ReviewInput): Review {
  const { year, barometer, feedback, plan, mentions } = input;
  if (parsePeriod(year).kind !== 'year')
    throw new QualeprefError(
      'review-year',
      `Un bilan porte sur une année, par exemple 2026, et non sur ${year}.`,
    );
  refuseOtherYear('Le baromètre', barometer?.year, year);
  refuseOtherYear('La synthèse des réclamations et suggestions', feedback?.period, year);
  const review = {
    year,
    indicators: indicatorsOf(input),
    ...surveysOf(input),
    barometer: barometer
      ? {
          ...barometer,
          required: input.requiredMark,
          isReached: isLevelReached(barometer, input.requiredMark),
        }
      : null,
    feedback: feedback ?? null,
    grids: input.grids.map((grid) => gridOf(grid, input)),
    audits: input.audits
      .filter(({ to }) => to.startsWith(`${year}-`))
      .toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))
      .map((report) => ({ report, counts: findingCounts(report) })),
    plan: plan ?? null,
    proposals: input.proposals,
    publication: input.places.map((place) => ({
      place,
      done: mentions.find((mention) => mention.place === place) ?? null,
    })),
  };
  const missing = reviewParts.filter((part) => !input.optional.includes(part) && isEmpty(review, part));
  return { ...review, missing };
}

/** Whether a review has nothing of a part: no figure at all, no check, nobody asked. */
export function isEmpty(review: Omit<Review, 'missing'>, part: ReviewPart): boolean {
  switch (part) {
    case 'indicators':
      return review.indicators.every(({ absence }) => absence === 'no-data');
    case 'grids':
      return review.grids.every(({ checks }) => checks.length === 0);
    case 'surveys':
    case 'audits':
    case 'proposals':
      return review[part].length === 0;
    case 'barometer':
    case 'feedback':
    case 'plan':
      return review[part] === null;
  }
}

function indicatorsOf({ year, catalogue, indicators }: ReviewInput): readonly ReviewIndicator[] {
  const before = String(Number(year) - 1);
  return catalogue.flatMap(({ id, target, direction }) => {
    const own = indicators.filter(({ indicator }) => indicator === id);
    return own
      .filter(({ period }) => period === year)
      .map((row) => {
        const previous = own.find(
          ({ period, unit, of }) =>
            period === before && unit === row.unit && breakdownKey(of) === breakdownKey(row.of),
        );
        return {
          ...row,
          ...(target === undefined ? {} : { target: target.value }),
          status: statusOf(row.value, target?.value, direction),
          previous: previous?.value ?? null,
          trend: trendOf(row.value, previous?.value, direction),
        };
      });
  });
}

function surveysOf({ year, sites, surveys }: ReviewInput): Pick<Review, 'surveys' | 'unsurveyedSites'> {
  const own = surveys.filter(({ survey }) => survey.year === year);
  const asked = own.filter(({ survey }) => survey.audience === 'users').flatMap(({ survey }) => survey.sites);
  return {
    surveys: own.map(({ survey, results, previous }) => ({
      survey,
      results,
      changes: previous ? compareSurveys(results, previous) : [],
    })),
    unsurveyedSites: sites.filter((site) => !asked.includes(site)),
  };
}

const PER_YEAR = { year: 1, semester: 2, quarter: 4, month: 12, day: null } as const;

function gridOf({ id, title, period, perSite }: Grid, { year, sites, campaigns }: ReviewInput): ReviewGrid {
  const perYear = PER_YEAR[period];
  const own = campaigns.filter(
    ({ grid, period }) => grid === id && String(parsePeriod(period).year) === year,
  );
  const groups = [...Map.groupBy(own, ({ period, site }) => `${period} ${site ?? ''}`)];
  return {
    grid: id,
    title,
    expected: perYear === null ? null : perYear * (perSite ? sites.length : 1),
    checks: groups
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, same]) => same.slice(0, 1).map(({ period, site }) => checkOf(period, site, same))),
  };
}

function checkOf(period: string, site: string | undefined, campaigns: readonly Campaign[]): ReviewCheck {
  return {
    period,
    ...(site === undefined ? {} : { site }),
    campaigns: campaigns.length,
    unsigned: campaigns.filter(({ signature }) => !signature).length,
    tally: tally(campaigns.flatMap((campaign) => verdictsOf(campaign).map(({ verdict }) => verdict))),
  };
}

function refuseOtherYear(what: string, found: string | undefined, year: string): void {
  if (found === undefined || found === year) return;
  throw new QualeprefError(
    'review-year',
    `${what} porte sur ${found} et le bilan sur ${year} : fournir celui ou celle de l’année du bilan.`,
  );
}
