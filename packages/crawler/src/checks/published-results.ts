import { parsePeriod, periodLabel } from '@qualepref/core';
import { cantTell, failed, siteCheck, type Check } from '../check.ts';
import { ownTitle } from '../own-title.ts';
import { figuresOf, isStale, monthsOf, type Figure } from '../published-figures.ts';
import type { Excerpt } from '../proposal.ts';
import { isQualityPage } from '../quality-pages.ts';
import { plural } from '../reports/french.ts';
import { cut, fold } from '../text.ts';

interface Row {
  readonly url: string;
  readonly count: number;
  /** The first of those that lack something, with what. */
  readonly lacking: readonly string[];
  /** Those that lack something. */
  readonly lacks: number;
  /** The first that are complete, as proofs. */
  readonly whole: readonly string[];
  /** The oldest of those that are too old. */
  readonly stale: {
    readonly name: string;
    readonly period: string;
    readonly count: number;
    readonly line?: number;
  } | null;
  /** Whether some are not. */
  readonly isFresh: boolean;
  /** Its title is of another year, or of archives. */
  readonly isArchive: boolean;
  /** Without a period, or without its year. */
  readonly undated: { readonly name: string; readonly count: number; readonly line?: number } | null;
  /** Documents that may hold results. */
  readonly files: readonly string[];
}

const SHOWN = 3;
const TEXT_LENGTH = 80;
/** A page that keeps earlier results, and says so. */
const ARCHIVE = /\barchives?\b|\b20\d\d\b|\banterieur|\bprecedent/;
const RESULTS = /r[ée]sultat|indicateur|bilan|transparence|chiffres/i;

/** Results published on the quality pages, in tables and badges: whole, and not too old. */
export const publishedResults: Check = siteCheck({
  id: 'published-results',
  items: ['RES-04'],
  codes: {
    stale: {
      items: ['RES-05'],
      severity: 'major',
      text: 'Le résultat « {name} » date de : {period}, {limit} mois au plus sont attendus ({count} dans ce cas sur la page) : publier les derniers résultats.',
    },
    undated: {
      items: ['RES-05'],
      severity: 'minor',
      text: 'La période du résultat « {name} », ou son année, n’est pas écrite ({count} dans ce cas sur la page) : vérifier qu’il est récent, et l’écrire.',
    },
    'no-figure': {
      items: ['RES-05'],
      severity: 'minor',
      text: 'Aucun résultat ne se lit dans un tableau ou un badge des pages sur la qualité : ouvrir les documents qui en donnent et vérifier leur date, ou publier un tableau.',
    },
  },
  project: (page, settings): Row | null => {
    if (!isQualityPage(page, settings)) return null;
    const { today } = settings;
    const figures = figuresOf(page, today);
    const lacking = figures.flatMap((figure) => {
      const missing = lacksOf(figure);
      return missing.length === 0 ? [] : [`${figure.name} : ${missing.join(', ')}`];
    });
    const dated = figures.filter((figure): figure is Figure & { period: string } => figure.period !== null);
    const stale = dated
      .filter((figure) => isStale(figure, today) && !isHistory(figure, dated))
      .sort((a, b) => (parsePeriod(a.period).end < parsePeriod(b.period).end ? -1 : 1));
    const undated = figures.filter(({ period }) => period === null);
    return {
      url: page.url,
      count: figures.length,
      lacking: lacking.slice(0, SHOWN),
      lacks: lacking.length,
      whole: figures
        .filter((figure) => lacksOf(figure).length === 0)
        .map(textOf)
        .slice(0, SHOWN),
      stale: stale[0] ? { ...placed(stale[0]), period: stale[0].period, count: stale.length } : null,
      isFresh: dated.some((figure) => !isStale(figure, today)),
      isArchive: ARCHIVE.test(fold(ownTitle(page.html))),
      undated: undated[0] ? { ...placed(undated[0]), count: undated.length } : null,
      files: page.html.links
        .filter(({ kind, text }) => kind === 'document' && RESULTS.test(text))
        .map(({ text }) => cut(text, TEXT_LENGTH))
        .slice(0, SHOWN),
    };
  },
  *judge(rows) {
    const isFresh = rows.some((row) => row.isFresh);
    for (const { url, stale, undated, isArchive } of rows) {
      if (stale && !(isArchive && isFresh)) {
        const { name, count, period } = stale;
        const params = { name, count, period: periodLabel(parsePeriod(period)), limit: monthsOf(period) };
        yield failed('stale', params, { url, ...at(stale) });
      }
      if (undated)
        yield cantTell('undated', { name: undated.name, count: undated.count }, { url, ...at(undated) });
    }
    if (rows.length > 0 && rows.every(({ count }) => count === 0))
      yield cantTell('no-figure', {}, { url: rows[0]?.url ?? '' });
  },
  *propose(rows, { config }) {
    if (rows.length === 0) {
      const isPinned = config.pages.results !== undefined || config.pages.quality !== undefined;
      const why = isPinned
        ? 'La page des résultats configurée n’a pas été lue : l’ouvrir à la main, ou corriger pages.results dans qualepref.yml.'
        : 'Aucune page de résultats n’a été trouvée : donner son adresse dans qualepref.yml (pages.results).';
      for (const item of ['RES-04', 'RES-05']) yield { item, answer: 'non_verifie', why, excerpts: [] };
      return;
    }
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    const lacks = rows.reduce((sum, row) => sum + row.lacks, 0);
    yield { item: 'RES-04', ...proposed(count, lacks), excerpts: excerptsOf(rows) };
  },
});

function proposed(
  count: number,
  lacks: number,
): { answer: 'conforme' | 'non_conforme' | 'a_verifier'; why: string } {
  if (count === 0)
    return {
      answer: 'a_verifier',
      why: 'Aucun indicateur ne se lit dans un tableau ou un badge des pages sur la qualité : chercher dans les documents liés la période, la valeur et la cible de chacun.',
    };
  if (lacks === 0)
    return {
      answer: 'conforme',
      why: `${plural(count, 'indicateur lu', 'indicateurs lus')} dans les tableaux et badges : chacun a une période, une valeur et une cible.`,
    };
  return {
    answer: 'non_conforme',
    why: `Sur ${plural(count, 'indicateur lu', 'indicateurs lus')} dans les tableaux et badges, ${plural(lacks, 'est incomplet', 'sont incomplets')} : la période avec son année, la valeur ou la cible manque.`,
  };
}

function excerptsOf(rows: readonly Row[]): Excerpt[] {
  return [
    ...rows.flatMap(({ url, lacking }) =>
      lacking.map((quote) => ({ url, about: 'Indicateur incomplet', quote })),
    ),
    ...rows.flatMap(({ url, whole }) => whole.map((quote) => ({ url, about: 'Indicateur complet', quote }))),
    ...rows.flatMap(({ url, files }) => files.map((quote) => ({ url, about: 'Document lié', quote }))),
  ];
}

/** An earlier value of what the same tables, or the same badges, give a later one of. */
function isHistory(
  { name, period, line }: Figure & { period: string },
  all: readonly (Figure & { period: string })[],
): boolean {
  const { end } = parsePeriod(period);
  return all.some(
    (other) =>
      other.name === name &&
      (other.line === undefined) === (line === undefined) &&
      parsePeriod(other.period).end > end,
  );
}

function lacksOf({ period, value, target, isShort = false }: Figure): string[] {
  if (isShort) return ['une case du tableau est vide'];
  return [
    ...(period === null ? ['pas de période datée'] : []),
    ...(value === null ? ['pas de valeur'] : []),
    ...(target === null ? ['pas de cible'] : []),
  ];
}

function textOf({ name, period, value, target }: Figure): string {
  return `${name} : ${value ?? ''} (cible ${target ?? ''}), ${period === null ? '' : periodLabel(parsePeriod(period))}`;
}

function placed({ name, line }: Figure): { readonly name: string; readonly line?: number } {
  return { name, ...(line === undefined ? {} : { line }) };
}

function at({ name, line }: { readonly name: string; readonly line?: number }) {
  return { quote: name, cause: name, place: line === undefined ? {} : { line, zone: 'main' as const } };
}
