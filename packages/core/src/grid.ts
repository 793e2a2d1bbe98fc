import * as v from 'valibot';
import websiteItems from './data/grid.json' with { type: 'json' };
import mailControlItems from './data/mail-control-grid.json' with { type: 'json' };
import receptionItems from './data/reception-grid.json' with { type: 'json' };
import { moduleNumber } from './module.ts';
import { tellFaults, type Fault } from './fault.ts';
import { parsed } from './parse.ts';
import { periodKinds } from './period.ts';
import { origins } from './provenance.ts';
import { list, oneOf, section, text } from './schema.ts';

/** `automatic`: the machine decides; `assisted`: it gathers the evidence and a person decides; `manual`: a person alone. */
export const modes = ['automatic', 'assisted', 'manual'] as const;
export type Mode = (typeof modes)[number];

/** The website every quarter, the conditions of reception on each site every half-year, the replies to letters and e-mails every quarter. */
export const gridIds = ['website', 'reception', 'mail-control'] as const;
export type GridId = (typeof gridIds)[number];

const ITEM = 'un numéro de point : trois lettres ou chiffres, un tiret et deux chiffres, par exemple ACC-01';
const PREFIX = 'un début de numéro : trois lettres ou chiffres, par exemple ACC';
const KEY = 'une clé d’engagement : des majuscules, par exemple INFO';
const PRIORITY = 'une priorité : 1 ou 2';
const SOME = 'une liste d’au moins un élément';
const UNIQUE = 'un numéro encore libre : chaque point de la grille a le sien';

/** Number of a grid item, `ACC-01`. */
export const itemId = v.pipe(text(ITEM), v.regex(/^[A-Z][A-Z\d]{2}-\d{2}$/, ITEM));

/** One line of a grid. */
export const gridItemSchema = section({
  id: itemId,
  /** Title of its rubric. */
  rubrique: text(),
  /** What should be, in French. */
  label: text(),
  /** How a person checks it, in plain French. */
  help: text(),
  /** Keys of the commitments it proves. */
  proves: v.pipe(
    list(v.pipe(text(KEY), v.regex(/^[A-Z]+$/, KEY)), 'de clés d’engagement'),
    v.minLength(1, SOME),
  ),
  mode: oneOf(modes),
  priority: v.picklist([1, 2], PRIORITY),
  origin: v.pipe(list(oneOf(origins), 'd’origines'), v.minLength(1, SOME)),
  /** Where it was read, in French. */
  source: v.optional(text()),
  /** Its number in the référentiel, for who holds the text. */
  numeroOfficiel: v.optional(v.nullable(text())),
  /** Only for a label that holds this module of the référentiel. */
  module: v.optional(moduleNumber),
  /** Only on sites of these kinds; on all of them without it. */
  siteKinds: v.optional(list(oneOf(['prefecture', 'sous-prefecture']), 'de sortes de sites')),
});
export type GridItem = v.InferOutput<typeof gridItemSchema>;

/** A verification grid; its items are in the order in which they are read. */
export const gridSchema = v.pipe(
  section({
    id: oneOf(gridIds),
    title: text(),
    /** Changes with the list of items: a signed campaign keeps the edition it was judged by. */
    edition: text(),
    /** How often it is filled in. */
    period: oneOf(periodKinds),
    /** Whether each reception site has its own. */
    perSite: v.boolean('un oui ou un non : true ou false'),
    rubrics: list(
      section({ prefix: v.pipe(text(PREFIX), v.regex(/^[A-Z][A-Z\d]{2}$/, PREFIX)), title: text() }),
      'de rubriques',
    ),
    items: v.pipe(list(gridItemSchema, 'de points'), v.minLength(1, SOME)),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    tellFaults(faultsOf(dataset.value), addIssue);
  }),
);
export type Grid = v.InferOutput<typeof gridSchema>;

interface Lines {
  readonly items: readonly Pick<GridItem, 'id' | 'rubrique'>[];
  readonly rubrics: readonly { readonly prefix: string; readonly title: string }[];
}

function* faultsOf({ items, rubrics }: Lines): Generator<Fault> {
  for (const [at, { id, rubrique }] of items.entries()) {
    const fault = (key: 'id' | 'rubrique', input: string, expected: string): Fault => ({
      path: ['items', at, key],
      input,
      expected,
    });
    const rubric = rubrics.find(({ title }) => title === rubrique);
    if (items.findIndex((item) => item.id === id) < at) yield fault('id', id, UNIQUE);
    if (!rubric)
      yield fault(
        'rubrique',
        rubrique,
        'une rubrique de la grille : un des titres énumérés sous « rubrics »',
      );
    else if (!id.startsWith(`${rubric.prefix}-`))
      yield fault('id', id, `un numéro de cette rubrique : ${rubric.prefix}, un tiret et deux chiffres`);
  }
}

/** The items of the website grid, in the order in which they are read: 97 items in eleven rubrics. */
export const grid: readonly GridItem[] = websiteItems as readonly GridItem[];

/** The rubrics of a grid of ours, which its items tell: their ids begin with the prefix. */
function rubricsOf(items: readonly Pick<GridItem, 'id' | 'rubrique'>[]): Grid['rubrics'] {
  const titles = new Map(items.map(({ id, rubrique }) => [id.split('-', 1).join(''), rubrique]));
  return [...titles].map(([prefix, title]) => ({ prefix, title }));
}

/** The website grid, filled in by the audit and then by a person. */
export const websiteGrid: Grid = {
  id: 'website',
  title: 'Grille de vérification du site internet',
  edition: '2026-1',
  period: 'quarter',
  perSite: false,
  rubrics: rubricsOf(websiteItems),
  items: websiteItems as GridItem[],
};

/** The grid of the conditions of reception, filled in on each site by a person. A start: no such grid is public. */
export const receptionGrid: Grid = {
  id: 'reception',
  title: 'Grille de vérification de l’accueil sur site',
  edition: '2026-1',
  period: 'semester',
  perSite: true,
  rubrics: rubricsOf(receptionItems),
  items: receptionItems as GridItem[],
};

/** The control sheet filled in for each reply that the random control draws. */
export const mailControlGrid: Grid = {
  id: 'mail-control',
  title: 'Fiche de contrôle des courriers et courriels',
  edition: '2026-1',
  period: 'quarter',
  perSite: false,
  rubrics: rubricsOf(mailControlItems),
  items: mailControlItems as GridItem[],
};

/**
 * Reads a grid of a préfecture's own, or one of ours that it corrected.
 *
 * @throws QualeprefError `grid`; each line of the message names a path and what was expected there
 */
export function loadGrid(value: unknown): Grid {
  return parsed(gridSchema, value, { code: 'grid', name: 'grille' });
}

/** Whom a grid is filled in for. */
export interface GridScope {
  /** Modules of the référentiel that the label holds. */
  readonly modules: readonly number[];
  /** For a grid that each site has: what kind of site it is. */
  readonly siteKind?: 'prefecture' | 'sous-prefecture';
}

/** Whether an item concerns this label and this site. */
export function appliesTo({ module, siteKinds }: GridItem, { modules, siteKind }: GridScope): boolean {
  if (module !== undefined && !modules.includes(module)) return false;
  return siteKinds === undefined || siteKind === undefined || siteKinds.includes(siteKind);
}
