import * as v from 'valibot';
import type { Sourced } from './provenance.ts';
import { amount, id, isoDay, list, oneOf, publicText, section, text, unknownYet } from './schema.ts';

const YEAR = 'une année : quatre chiffres entre guillemets, par exemple "2026"';
const SITES = 'une liste d’au moins un site';
const THEMES = 'une liste d’au moins un thème';
const ORDER = 'une date de fin : au plus tôt celle du début, from';
const UNIQUE =
  'une suite de thèmes : chacun a son identifiant, et « globale » est celui de la question d’ensemble';

/** Where results are made known. */
export const publicationPlaces = ['hall', 'website', 'user-committee'] as const;
export type PublicationPlace = (typeof publicationPlaces)[number];

export const publicationPlaceLabels: Readonly<Record<PublicationPlace, string>> = {
  hall: 'affichage dans les halls d’accueil',
  website: 'publication sur le site internet',
  'user-committee': 'présentation au comité local des usagers',
};

/** Where the results of a survey must be made known; in halls, on each site surveyed. */
export const surveyPublication: Sourced<readonly PublicationPlace[]> = {
  value: ['hall', 'website', 'user-committee'],
  provenance: { origin: 'S', source: 'Politique qualité 2021, enquêtes de satisfaction' },
};

/** Whom a survey asks. Local authorities have one of their own (module 4). */
export const surveyAudiences = ['users', 'local-authorities'] as const;
export type SurveyAudience = (typeof surveyAudiences)[number];

/** Stands for a theme in the answers to the overall question, « Globalement, êtes-vous satisfait… ». */
export const overallQuestion = 'globale';

const themeSchema = section({
  id,
  label: publicText,
  /** As they are asked. */
  questions: v.optional(list(publicText, 'de questions'), []),
});
export type SurveyTheme = v.InferOutput<typeof themeSchema>;

/** A satisfaction survey: asked once a year on every site (policy of 2021). */
export const surveySchema = v.pipe(
  section({
    id,
    year: v.pipe(text(YEAR), v.regex(/^\d{4}$/, YEAR)),
    audience: v.optional(oneOf(surveyAudiences), 'users'),
    sites: v.pipe(list(id, 'de sites'), v.minLength(1, SITES)),
    /** First and last day on which it was answered. */
    from: isoDay,
    to: isoDay,
    /** French: in the hall, by e-mail, by phone… */
    method: unknownYet(text()),
    themes: v.pipe(
      list(themeSchema, 'de thèmes'),
      v.minLength(1, THEMES),
      v.check(
        (themes) => new Set([overallQuestion, ...themes.map(({ id }) => id)]).size > themes.length,
        UNIQUE,
      ),
    ),
    /** The overall question, when it was asked. */
    overall: unknownYet(publicText),
    /** Where its results were made known so far. */
    publication: v.optional(
      list(
        section({
          place: oneOf(publicationPlaces),
          on: isoDay,
          /** Of a hall. */
          site: unknownYet(id),
          /** Address of the page or of the document. */
          evidence: unknownYet(text()),
        }),
        'de publications',
      ),
      [],
    ),
  }),
  v.forward(
    v.partialCheck([['from'], ['to']], ({ from, to }) => from <= to, ORDER),
    ['to'],
  ),
);
export type Survey = v.InferOutput<typeof surveySchema>;

/** Answers to the questions of a theme on a site, counted on the scale of the questionnaire. */
export const surveyAnswersSchema = section({
  site: id,
  /** A theme of the survey, or `overallQuestion`. */
  theme: id,
  verySatisfied: amount,
  satisfied: amount,
  dissatisfied: amount,
  veryDissatisfied: amount,
  /** Without opinion, or not concerned: counted apart, in no rate. */
  noOpinion: v.optional(amount, 0),
});
export type SurveyAnswers = v.InferOutput<typeof surveyAnswersSchema>;

export const answerIssueCodes = ['unknown-site', 'unknown-theme', 'counted-twice', 'not-counted'] as const;

/** Answers that cannot be counted, or that are missing. */
export interface AnswerIssue {
  readonly code: (typeof answerIssueCodes)[number];
  readonly site: string;
  readonly theme: string;
}

/** Whether answers cover a survey, each theme on each site once. Empty when they do; in the order of the codes. */
export function answerIssues(survey: Survey, answers: readonly SurveyAnswers[]): readonly AnswerIssue[] {
  const themes = askedOf(survey);
  const isSame = (a: Pair, b: Pair): boolean => a.site === b.site && a.theme === b.theme;
  const pairs = answers.map(({ site, theme }): Pair => ({ site, theme }));
  const issues = (code: AnswerIssue['code'], of: readonly Pair[]): readonly AnswerIssue[] =>
    of.map((pair) => ({ code, ...pair }));
  return [
    ...issues(
      'unknown-site',
      pairs.filter(({ site }) => !survey.sites.includes(site)),
    ),
    ...issues(
      'unknown-theme',
      pairs.filter(({ theme }) => !themes.includes(theme)),
    ),
    ...issues(
      'counted-twice',
      pairs.filter((pair, at) => pairs.findIndex((each) => isSame(each, pair)) < at),
    ),
    ...issues(
      'not-counted',
      survey.sites
        .flatMap((site) => themes.map((theme): Pair => ({ site, theme })))
        .filter((pair) => !pairs.some((each) => isSame(each, pair))),
    ),
  ];
}

interface Pair {
  readonly site: string;
  readonly theme: string;
}

/** Ids of all that a survey asks about: its themes, then the overall question when it was asked. */
export function askedOf({ themes, overall }: Pick<Survey, 'themes' | 'overall'>): readonly string[] {
  return [...themes.map(({ id }) => id), ...(overall === undefined ? [] : [overallQuestion])];
}

/** A place where results are still to be made known. */
export interface PublicationIssue {
  readonly place: PublicationPlace;
  /** Of a hall. */
  readonly site?: string;
}

/**
 * Where the results of a survey are not made known yet. Nothing is due before
 * the survey is over; its last day is part of it.
 *
 * @param today ISO day
 * @param places by default `surveyPublication`
 */
export function publicationIssues(
  { sites, to, publication }: Pick<Survey, 'sites' | 'to' | 'publication'>,
  { today, places }: { readonly today: string; readonly places: readonly PublicationPlace[] },
): readonly PublicationIssue[] {
  if (today <= to) return [];
  const done = publication.filter(({ on }) => on <= today);
  const due = places.flatMap((place): readonly PublicationIssue[] =>
    place === 'hall' ? sites.map((site) => ({ place, site })) : [{ place }],
  );
  return due.filter(
    ({ place, site }) =>
      !done.some((each) => each.place === place && (site === undefined || each.site === site)),
  );
}
