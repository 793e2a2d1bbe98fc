import type { Gap } from './improvement.ts';
import type { Measurement } from './measurement.ts';
import type { Sourced } from './provenance.ts';
import type { PublicText } from './schema.ts';
import { askedOf, overallQuestion, type Survey, type SurveyAnswers } from './survey.ts';

/** Share of satisfied answers under which an improvement action is due; reaching it is enough. */
export const satisfactionFloor: Sourced<number> = {
  value: 0.75,
  provenance: { origin: 'S', source: 'Politique qualité 2021, enquêtes de satisfaction' },
};

/**
 * What a theme got on a site, or on all of them. The rate is « satisfied » and
 * « very satisfied » out of the answers that give an opinion.
 */
export interface SurveyResult {
  /** A theme, or `overallQuestion`. */
  readonly theme: string;
  readonly label: PublicText;
  /** None for all sites together. */
  readonly site?: string;
  readonly satisfied: number;
  readonly dissatisfied: number;
  /** Answers that give an opinion: the two above. */
  readonly opinions: number;
  readonly noOpinion: number;
  /** Satisfied less dissatisfied out of the opinions, in points from −100 to 100; null without any. */
  readonly net: number | null;
  /** Too few opinions for the rate to say much. */
  readonly isSmall: boolean;
  /** Under the floor. Nobody asked, nothing due; the overall question is not a theme. */
  readonly needsAction: boolean;
}

/** What the results of a survey are judged by. */
export interface SurveyThresholds {
  /** 0 to 1, by default `satisfactionFloor`. */
  readonly floor: number;
  /** Opinions under which a sample is small, by default `smallSample`. */
  readonly smallSample: number;
}

/**
 * Results of a survey, theme by theme in its order: all sites together, then
 * each. Totals come from counts, never from rates. Answers about a site or a
 * theme that the survey has not are left out: `answerIssues` names them.
 */
export function surveyResults(
  survey: Survey,
  answers: readonly SurveyAnswers[],
  { floor, smallSample }: SurveyThresholds,
): readonly SurveyResult[] {
  return askedOf(survey).flatMap((theme) => {
    const own = answers.filter((each) => each.theme === theme && survey.sites.includes(each.site));
    const label = labelOf(survey, theme);
    const resultOf = (of: readonly SurveyAnswers[]): Omit<SurveyResult, 'site'> => {
      const satisfied = sum(of, (each) => each.verySatisfied + each.satisfied);
      const dissatisfied = sum(of, (each) => each.dissatisfied + each.veryDissatisfied);
      const opinions = satisfied + dissatisfied;
      return {
        theme,
        label,
        satisfied,
        dissatisfied,
        opinions,
        noOpinion: sum(of, (each) => each.noOpinion),
        net: opinions === 0 ? null : (100 * (satisfied - dissatisfied)) / opinions,
        isSmall: opinions < smallSample,
        needsAction: theme !== overallQuestion && isUnder(satisfied, opinions, floor),
      };
    };
    return [
      resultOf(own),
      ...survey.sites.map((site) => ({ ...resultOf(own.filter((each) => each.site === site)), site })),
    ];
  });
}

/**
 * Gaps that the results open, of the last day of the survey: one for each theme
 * under the floor on a site. That suffices: all sites together are never under
 * it while each of them is not.
 */
export function surveyGaps(
  survey: Pick<Survey, 'id' | 'to'>,
  results: readonly SurveyResult[],
): readonly Gap[] {
  return results.flatMap(({ theme, label, site, satisfied, opinions, needsAction }) => {
    if (!needsAction || site === undefined) return [];
    return {
      id: ['survey', survey.id, theme, site].join(':'),
      origin: 'survey',
      foundOn: survey.to,
      subject: `Satisfaction insuffisante\u00a0: «\u00a0${label.fr}\u00a0», ${String(satisfied)} satisfaits sur ${String(opinions)} avis`,
      reference: theme,
      site,
    };
  });
}

/** How a theme moved from a survey to the next. */
export const surveyTrends = ['better', 'worse', 'same', 'new', 'dropped', 'unknown'] as const;
export type SurveyTrend = (typeof surveyTrends)[number];

/** A theme in two surveys, on a site or on all of them. */
export interface SurveyChange {
  readonly theme: string;
  readonly label: PublicText;
  readonly site?: string;
  /** `new` and `dropped`: it was asked once only. `unknown`: one of the two has no opinion. */
  readonly trend: SurveyTrend;
  /** Change of the rate, in percentage points. */
  readonly points: number | null;
  readonly current?: SurveyResult;
  readonly previous?: SurveyResult;
  /** One of the two samples is small: the change may be chance. */
  readonly isSmall: boolean;
}

/** Compares two surveys theme by theme, in the order of the current one; themes that it dropped come last. */
export function compareSurveys(
  current: readonly SurveyResult[],
  previous: readonly SurveyResult[],
): readonly SurveyChange[] {
  const isSame = (a: SurveyResult, b: SurveyResult): boolean => a.theme === b.theme && a.site === b.site;
  const changes = current.map((now) =>
    changeOf(
      now,
      now,
      previous.find((each) => isSame(each, now)),
    ),
  );
  const dropped = previous
    .filter((before) => !current.some((each) => isSame(each, before)))
    .map((before) => changeOf(before, undefined, before));
  return [...changes, ...dropped];
}

function changeOf(
  { theme, label, site }: SurveyResult,
  current: SurveyResult | undefined,
  previous: SurveyResult | undefined,
): SurveyChange {
  const isKnown = current && previous && current.opinions > 0 && previous.opinions > 0;
  return {
    theme,
    label,
    ...(site === undefined ? {} : { site }),
    trend: trendOf(current, previous),
    points: isKnown
      ? 100 * (current.satisfied / current.opinions - previous.satisfied / previous.opinions)
      : null,
    ...(current ? { current } : {}),
    ...(previous ? { previous } : {}),
    isSmall: (current?.isSmall ?? false) || (previous?.isSmall ?? false),
  };
}

function trendOf(current: SurveyResult | undefined, previous: SurveyResult | undefined): SurveyTrend {
  if (!previous) return 'new';
  if (!current) return 'dropped';
  if (current.opinions === 0 || previous.opinions === 0) return 'unknown';
  // Rates are compared as fractions: the same rate on two samples is the same.
  const difference = current.satisfied * previous.opinions - previous.satisfied * current.opinions;
  if (difference === 0) return 'same';
  return difference > 0 ? 'better' : 'worse';
}

/**
 * The results as measurements of the indicators `sat.globale`, `sat.net` and
 * `sat.theme`, of the year, site by site. These are about users: a survey of
 * local authorities gives none.
 */
export function surveyMeasurements(
  survey: Pick<Survey, 'id' | 'year' | 'audience'>,
  results: readonly SurveyResult[],
): readonly Measurement[] {
  if (survey.audience !== 'users') return [];
  return results.flatMap(({ theme, site, satisfied, dissatisfied, opinions }): readonly Measurement[] => {
    if (site === undefined || opinions === 0) return [];
    const common = { site, period: survey.year, source: `Enquête ${survey.id}` };
    const rate = { kind: 'ratio', numerator: satisfied, denominator: opinions } as const;
    if (theme !== overallQuestion) return [{ indicator: 'sat.theme', ...common, of: { theme }, value: rate }];
    const total = 100 * (satisfied - dissatisfied);
    return [
      { indicator: 'sat.globale', ...common, value: rate },
      { indicator: 'sat.net', ...common, value: { kind: 'mean', total, count: opinions } },
    ];
  });
}

/** Counts are compared with a whole number of millionths: 0.55 × 100 is not 55 in floating point. */
function isUnder(part: number, whole: number, rate: number): boolean {
  return part * MILLION < whole * Math.round(rate * MILLION);
}

const MILLION = 1_000_000;

function labelOf({ themes, overall }: Survey, theme: string): PublicText {
  return themes.find(({ id }) => id === theme)?.label ?? overall ?? { fr: theme };
}

function sum(of: readonly SurveyAnswers[], countOf: (each: SurveyAnswers) => number): number {
  return of.reduce((total, each) => total + countOf(each), 0);
}
