import { auditPurposeLabels, findingKindLabels, findingKinds } from './audit-report.ts';
import { daysLabel } from './channel-sentence.ts';
import type { Absence } from './consolidation.ts';
import { typeset } from './french.ts';
import type { Indicator } from './indicator.ts';
import { breakdownKey, dimensionsOf, type Breakdown, type MeasuredValue } from './measurement.ts';
import { formatNumber, formatPercent } from './number.ts';
import { parsePeriod, periodLabel } from './period.ts';
import {
  isEmpty,
  reviewParts,
  type Review,
  type ReviewGrid,
  type ReviewIndicator,
  type ReviewPart,
  type ReviewSurvey,
} from './review.ts';
import type { SurveyTrend } from './survey-result.ts';
import { numberOf, type Trend } from './trend.ts';
import { conformity } from './verdict.ts';

/** Titles of the parts. */
export const reviewPartLabels: Readonly<Record<ReviewPart, string>> = {
  indicators: 'Indicateurs',
  surveys: 'Enquêtes de satisfaction',
  barometer: 'Baromètre de l’accueil',
  feedback: 'Réclamations et suggestions',
  grids: 'Grilles de vérification et de contrôle',
  audits: 'Audits',
  plan: 'Plan d’amélioration',
  proposals: 'Propositions pour l’année suivante',
};

/** Where each part comes from, to follow « À compléter avec ». */
export const reviewPartSources: Readonly<Record<ReviewPart, string>> = {
  indicators: 'le suivi mensuel des indicateurs',
  surveys: 'l’enquête annuelle de chaque site',
  barometer: 'la note publiée par l’organisme qui l’a mesurée',
  feedback: 'le tableau de suivi des réclamations et suggestions',
  grids: 'les grilles remplies chaque trimestre et chaque semestre',
  audits: 'les rapports des audits internes et externes',
  plan: 'le plan d’actions d’amélioration',
  proposals: 'les propositions de la responsable ou du responsable qualité',
};

/** A part of the review, as it is read. */
export interface ReviewChapter {
  readonly part: ReviewPart;
  readonly title: string;
  /** French, in the order in which they are read. */
  readonly paragraphs: readonly string[];
}

/** What the text is written with. */
export interface ReviewWords {
  readonly catalogue: readonly Indicator[];
  /** Names of units, sites, themes, networks… by id; what has none is told by its id. */
  readonly names: Readonly<Record<string, string>>;
  /** By default `conformityCoverage`. */
  readonly coverage: number;
}

/** The review in French, part by part. A part that is missing says where it comes from. */
export function reviewText(review: Review, words: ReviewWords): readonly ReviewChapter[] {
  return reviewParts.map((part) => ({
    part,
    title: reviewPartLabels[part],
    paragraphs: [...paragraphsOf(part, review, words)].map(typeset),
  }));
}

function* paragraphsOf(part: ReviewPart, review: Review, words: ReviewWords): Generator<string> {
  if (isEmpty(review, part)) {
    yield review.missing.includes(part)
      ? `Partie manquante. À compléter avec ${reviewPartSources[part]}.`
      : `Rien pour ${review.year}.`;
    return;
  }
  yield* WRITERS[part](review, words);
}

type Writer = (review: Review, words: ReviewWords) => Iterable<string>;

const WRITERS: Readonly<Record<ReviewPart, Writer>> = {
  indicators: indicatorParagraphs,
  surveys: surveyParagraphs,
  barometer: barometerParagraphs,
  feedback: ({ feedback }) => feedback?.sentences ?? [],
  grids: ({ grids }, words) => grids.flatMap((grid) => [...gridParagraphs(grid, words)]),
  audits: auditParagraphs,
  plan: planParagraphs,
  proposals: proposalParagraphs,
};

const ABSENCES: Readonly<Record<Exclude<Absence, 'published-only'>, string>> = {
  'no-data': 'pas de donnée',
  'no-case': 'aucun cas',
  suspended: 'suivi suspendu',
};

const TRENDS: Readonly<Record<Trend, string | undefined>> = {
  better: 'mieux que l’année d’avant',
  worse: 'moins bien que l’année d’avant',
  stable: 'comme l’année d’avant',
  unknown: undefined,
};

function* indicatorParagraphs(
  { year, indicators }: Review,
  { catalogue, names }: ReviewWords,
): Generator<string> {
  const without: string[] = [];
  for (const indicator of catalogue) {
    const own = indicators.filter((row) => row.indicator === indicator.id);
    const label = indicator.label.fr;
    if (own.length === 0) continue;
    if (own.every(({ absence }) => absence === 'no-data')) {
      without.push(label);
      continue;
    }
    for (const rows of Map.groupBy(own, ({ of }) => breakdownKey(of)).values()) {
      const units = rows.map((row) => `${nameOf(names, row.unit)}, ${rowLabel(row, indicator, names)}`);
      yield `${label}${breakdownLabel(rows[0]?.of, names)} : ${units.join(' ; ')}.`;
    }
  }
  if (without.length > 0) yield `Sans donnée pour ${year} : ${without.join(', ')}.`;
  yield* new Set(indicators.flatMap(({ footnotes }) => footnotes.map(({ fr }) => fr)));
}

function rowLabel(row: ReviewIndicator, indicator: Indicator, names: ReviewWords['names']): string {
  if (row.value) {
    const missing = row.months.missing.length;
    const notes = [
      row.status === 'met'
        ? 'objectif atteint'
        : row.status === 'missed'
          ? 'objectif non atteint'
          : undefined,
      TRENDS[row.trend],
      row.isSmall ? 'peu de cas' : undefined,
      missing > 0 ? `${String(missing)} mois sans mesure complète` : undefined,
    ].filter((note) => note !== undefined);
    return [valueLabel(row.value, indicator), ...notes].join(', ');
  }
  const { absence } = row;
  if (absence === undefined) return ABSENCES['no-data'];
  if (absence !== 'published-only') return ABSENCES[absence];
  const figures = row.published.map(
    ({ site, value }) => `${nameOf(names, site)} ${valueLabel(value, indicator)}`,
  );
  return `chiffres publiés sans leurs comptes (${figures.join(', ')})`;
}

function valueLabel(value: MeasuredValue, { unit }: Pick<Indicator, 'unit'>): string {
  const number = numberOf(value);
  if (number === undefined) return ABSENCES['no-case'];
  switch (value.kind) {
    case 'ratio':
      return `${formatPercent(number)} (${formatNumber(value.numerator)} sur ${formatNumber(value.denominator)})`;
    case 'published-rate':
      return formatPercent(number);
    case 'count':
      return formatNumber(number);
    case 'mean':
    case 'published-mean':
      return unit === 'days'
        ? daysLabel(number)
        : unit === 'points'
          ? pointsLabel(number)
          : formatNumber(number);
  }
}

/** French counts several from two on: « 1,5 point ». */
function pointsLabel(points: number): string {
  return `${formatNumber(points)} point${Math.abs(points) < 2 ? '' : 's'}`;
}

function breakdownLabel(of: Breakdown | undefined, names: ReviewWords['names']): string {
  const values = dimensionsOf(of).flatMap((name) => of?.[name] ?? []);
  return values.length === 0 ? '' : ` (${values.map((value) => nameOf(names, value)).join(', ')})`;
}

const SURVEY_TRENDS: Readonly<Record<SurveyTrend, string | undefined>> = {
  better: 'mieux qu’à l’enquête d’avant',
  worse: 'moins bien qu’à l’enquête d’avant',
  same: 'comme à l’enquête d’avant',
  new: 'thème nouveau',
  dropped: undefined,
  unknown: undefined,
};

function* surveyParagraphs({ surveys, unsurveyedSites }: Review, { names }: ReviewWords): Generator<string> {
  for (const each of surveys) yield* oneSurvey(each, names);
  if (unsurveyedSites.length > 0)
    yield `Sites sans enquête auprès des usagers : ${unsurveyedSites.map((site) => nameOf(names, site)).join(', ')}.`;
}

function* oneSurvey(
  { survey, results, changes }: ReviewSurvey,
  names: ReviewWords['names'],
): Generator<string> {
  const whom = survey.audience === 'users' ? 'des usagers' : 'des collectivités locales';
  const sites = survey.sites.map((site) => nameOf(names, site)).join(', ');
  yield `Enquête auprès ${whom}, du ${dayLabel(survey.from)} au ${dayLabel(survey.to)} (${sites}).`;
  for (const { theme, label, site, satisfied, opinions, isSmall } of results) {
    if (site !== undefined) continue;
    if (opinions === 0) {
      yield `${label.fr} : aucun avis.`;
      continue;
    }
    const change = changes.find((each) => each.theme === theme && each.site === undefined);
    const trend = change && SURVEY_TRENDS[change.trend];
    const points = change?.points;
    const moved =
      trend === undefined
        ? ''
        : `, ${trend}${points === undefined || points === null || points === 0 ? '' : ` (${points > 0 ? '+' : ''}${pointsLabel(points)})`}`;
    yield `${label.fr} : ${formatPercent(satisfied / opinions)} de satisfaits (${String(satisfied)} sur ${String(opinions)} avis)${moved}${isSmall ? ', peu d’avis' : ''}.`;
  }
  const dropped = changes.filter(({ trend, site }) => trend === 'dropped' && site === undefined);
  if (dropped.length > 0)
    yield `Thèmes qui ne sont plus suivis : ${dropped.map(({ label }) => label.fr).join(', ')}.`;
  const due = results.filter(({ needsAction, site }) => needsAction && site !== undefined);
  if (due.length > 0)
    yield `Sous le seuil de satisfaction, une action d’amélioration est à proposer : ${due.map(({ label, site = '' }) => `${label.fr} (${nameOf(names, site)})`).join(', ')}.`;
}

function* barometerParagraphs({ barometer }: Review): Generator<string> {
  if (!barometer) return;
  const { mark, networkMark, required, isReached, source } = barometer;
  yield `Note de ${formatNumber(mark)} sur 10 : le niveau exigé, ${formatNumber(required)} sur 10, ${isReached ? 'est' : 'n’est pas'} atteint.`;
  if (networkMark !== undefined) yield `Moyenne du réseau : ${formatNumber(networkMark)} sur 10.`;
  yield `Source : ${source}.`;
}

function* gridParagraphs(
  { title, expected, checks }: ReviewGrid,
  { names, coverage }: ReviewWords,
): Generator<string> {
  const done = counted(checks.length, 'vérification');
  yield `${title} : ${expected === null ? done : `${done} sur ${String(expected)} à faire dans l’année`}.`;
  for (const { period, site, unsigned, tally } of checks) {
    const place = site === undefined ? '' : `, ${nameOf(names, site)}`;
    const { text, rate } = conformity(tally, coverage);
    const share = rate ? `, soit ${formatPercent(rate.numerator / rate.denominator)}` : '';
    const note = unsigned > 0 ? ' (pas encore signé)' : '';
    yield `${capital(periodLabel(parsePeriod(period)))}${place} : ${text}${share}${note}.`;
  }
}

function* auditParagraphs({ audits }: Review): Generator<string> {
  for (const { report, counts } of audits) {
    const { purpose, from, to, auditor } = report;
    const when = from === to ? `le ${dayLabel(from)}` : `du ${dayLabel(from)} au ${dayLabel(to)}`;
    const found = findingKinds
      .filter((kind) => counts[kind] > 0)
      .map((kind) => countedFinding(counts[kind], findingKindLabels[kind]));
    const all = found.length === 0 ? 'aucun constat' : found.join(', ');
    yield `${capital(auditPurposeLabels[purpose])}, ${when}, par ${auditor.organisation} : ${all}.`;
  }
}

/** « points forts », « pistes de progrès »: the noun agrees, and an adjective after it; a complement does not. */
function countedFinding(count: number, label: string): string {
  if (count < 2) return `${String(count)} ${label}`;
  const [noun = '', ...rest] = label.split(' ');
  const end = rest[0] === 'de' ? rest : rest.map((word) => `${word}s`);
  return [String(count), `${noun}s`, ...end].join(' ');
}

function* planParagraphs({ plan }: Review): Generator<string> {
  if (!plan) return;
  const found = Object.values(plan.gaps).reduce((sum, gap) => sum + gap.found, 0);
  const { states, effectiveness } = plan;
  const toDo = states.planned + states['in-progress'];
  yield `${counted(found, 'écart constaté', 'écarts constatés')}, ${String(plan.openGaps)} encore ${plan.openGaps > 1 ? 'ouverts' : 'ouvert'}.`;
  yield `${counted(toDo, 'action')} à faire, ${String(plan.overdue)} en retard ; ${counted(states.done, 'action faite', 'actions faites')} à évaluer.`;
  if (effectiveness.denominator > 0)
    yield `${counted(effectiveness.numerator, 'action efficace', 'actions efficaces')} sur ${String(effectiveness.denominator)} dont l’effet a été vérifié.`;
  if (plan.withoutAction > 0)
    yield `${counted(plan.withoutAction, 'écart')} sans action corrective, dont ${String(plan.mandatoryWithoutAction)} pour lesquels elle est obligatoire.`;
}

function* proposalParagraphs({ proposals }: Review): Generator<string> {
  for (const { what, owner, dueOn } of proposals) {
    const details = [
      ...(owner === undefined ? [] : [owner]),
      ...(dueOn === undefined ? [] : [`pour le ${dayLabel(dueOn)}`]),
    ];
    yield details.length === 0 ? `${what}.` : `${what} (${details.join(', ')}).`;
  }
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${String(count)} ${count > 1 ? several : one}`;
}

function dayLabel(day: string): string {
  return periodLabel(parsePeriod(day));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function nameOf(names: ReviewWords['names'], id: string): string {
  return (Object.hasOwn(names, id) ? names[id] : undefined) ?? id;
}
