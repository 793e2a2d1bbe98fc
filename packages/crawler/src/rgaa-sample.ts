import { shuffled } from './draw.ts';
import { mandatoryNames, type Survey, type SurveyRow } from './rgaa-survey.ts';

/** One page, or one document, of the sample that an RGAA audit asks for. */
export interface RgaaSampleEntry {
  readonly name: string;
  readonly url: string;
  /** French: why it was chosen. */
  readonly why: string;
  readonly kind: 'page' | 'document';
}

/** The sample, and the pages asked for that were not found. */
export interface RgaaSample {
  readonly entries: readonly RgaaSampleEntry[];
  readonly missing: readonly string[];
}

const RUBRICS = 12;
const TEMPLATES = 10;
const DOCUMENTS = 10;
/** Share of pages drawn at random, over the others. */
const RANDOM_SHARE = 0.1;
/** A rubric of one page is that page. */
const RUBRIC = 2;
const FEATURES = [
  ['form', 'page avec un formulaire'],
  ['table', 'page avec un tableau'],
  ['media', 'page avec un média ou un cadre'],
] as const;

/**
 * The sample of an RGAA audit, found in what was read: the seven pages that the
 * method names, a page of each rubric and template, forms, tables and media,
 * a document of each rubric, and a draw of one in ten.
 *
 * @param seed the site's address
 */
export function chooseRgaaSample({ rows, named }: Survey, seed: string): RgaaSample {
  // A page that a browser opened says more.
  const byRank = shuffled(rows, seed, ({ url }) => url).sort(
    (a, b) => Number(b.isRendered) - Number(a.isRendered),
  );
  const entries = new Map<string, RgaaSampleEntry>();
  const add = (row: SurveyRow | undefined, why: string, name = row?.title ?? ''): void => {
    if (row && !entries.has(row.url))
      entries.set(row.url, { name: name === '' ? row.url : name, url: row.url, why, kind: 'page' });
  };
  const taken = (test: (row: SurveyRow) => boolean): boolean =>
    rows.some((row) => entries.has(row.url) && test(row));

  for (const name of mandatoryNames) {
    const url = named.get(name);
    add(
      rows.find((row) => row.url === url),
      'page que la méthode impose',
      name,
    );
  }
  const others = byRank.filter(({ kind }) => kind !== 'acts' && kind !== 'home');
  const rubrics = largest(others, ({ rubric }) => rubric, RUBRIC, RUBRICS);
  for (const [rubric, own] of rubrics)
    if (!taken((row) => row.rubric === rubric))
      add(own[0], `une page de la rubrique «\u00A0${rubric}\u00A0»`);
  for (const [template, own] of largest(byRank, (row) => row.template, 1, TEMPLATES))
    if (!taken((row) => row.template === template)) add(own[0], 'une page de ce modèle');
  for (const [feature, why] of FEATURES) {
    const has = ({ features }: SurveyRow): boolean => features.includes(feature);
    if (!taken(has)) add(others.find(has), why);
  }
  const draw = Math.ceil(entries.size * RANDOM_SHARE);
  for (const row of others.filter(({ url }) => !entries.has(url)).slice(0, draw))
    add(row, 'page tirée au sort');
  for (const [rubric, own] of largest(others, (row) => row.rubric, 1, DOCUMENTS)) {
    const url = own.find(({ document }) => document !== null && !entries.has(document))?.document ?? null;
    if (url !== null)
      entries.set(url, {
        ...{ name: `Document de la rubrique «\u00A0${rubric}\u00A0»`, url, kind: 'document' },
        why: 'un document à télécharger de chaque rubrique',
      });
  }
  return {
    entries: [...entries.values()],
    missing: mandatoryNames.filter((name) => !named.has(name)),
  };
}

/** The largest groups, named in alphabetical order. */
function largest(
  rows: readonly SurveyRow[],
  of: (row: SurveyRow) => string,
  least: number,
  most: number,
): [string, readonly SurveyRow[]][] {
  return [...Map.groupBy(rows, of)]
    .filter(([name, own]) => name !== '' && own.length >= least)
    .sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1))
    .slice(0, most)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
