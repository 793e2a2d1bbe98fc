import * as v from 'valibot';
import entries from './data/commitments.json' with { type: 'json' };
import { tellFaults, type Fault } from './fault.ts';
import { moduleNumber, type ModuleNumber } from './module.ts';
import { parsed } from './parse.ts';
import { provenanceSchema } from './provenance.ts';
import { id, list, oneOf, publicText, section, text } from './schema.ts';

/** Chapters of module 1, in the order of the table of contents of Qualipref 2.0. */
export const chapters = ['general', 'desk', 'phone', 'website', 'mail', 'social'] as const;
export type Chapter = (typeof chapters)[number];

export const chapterLabels: Readonly<Record<Chapter, string>> = {
  general: 'dispositions générales',
  desk: 'accueil physique',
  phone: 'téléphonie',
  website: 'sites internet',
  mail: 'courriers et courriels',
  social: 'réseaux sociaux',
};

/** Keys that the items of a grid prove. Ours: the numbers of the référentiel are not known. */
export const themes = [
  ...['INFO', 'NET', 'COMQ', 'RDV', 'ECRIT', 'TEL', 'ECOUTE', 'SAT'],
  ...['NUM', 'RS', 'URG', 'COLL', 'ACC', 'ETAT', 'CLAIR', 'PIL'],
] as const;
export type Theme = (typeof themes)[number];

export const themeLabels: Readonly<Record<Theme, string>> = {
  INFO: 'information et conditions d’accueil',
  NET: 'site internet',
  COMQ: 'co-marquage',
  RDV: 'rendez-vous',
  ECRIT: 'courriers et courriels',
  TEL: 'téléphone',
  ECOUTE: 'réclamations et suggestions',
  SAT: 'satisfaction et résultats',
  NUM: 'aide au numérique',
  RS: 'réseaux sociaux',
  URG: 'communication d’urgence',
  COLL: 'collectivités territoriales',
  ACC: 'accessibilité',
  ETAT: 'obligations de l’État',
  CLAIR: 'langage clair',
  PIL: 'pilotage',
};

const SOME = 'une liste d’au moins un élément';
const UNIQUE = 'un identifiant encore libre : chaque engagement a le sien';
const CHAPTER = 'un chapitre : le module 1 en a, et lui seul';

/**
 * A commitment, in our own words: the text of the référentiel is not public.
 * Who holds it fills in `numeroOfficiel`.
 */
export const engagementSchema = section({
  /** Ours, `acc.courtoisie`. */
  id,
  module: moduleNumber,
  /** In module 1 only. */
  chapter: v.optional(oneOf(chapters)),
  theme: oneOf(themes),
  label: publicText,
  /** Everything that it was read in. */
  provenance: v.pipe(list(provenanceSchema, 'd’origines'), v.minLength(1, SOME)),
  /** Ids of the indicators that measure it. */
  indicators: v.optional(list(id, 'd’indicateurs')),
  numeroOfficiel: v.nullable(text()),
});
export type Engagement = v.InferOutput<typeof engagementSchema>;

/** A catalogue of commitments, each with its own id. */
export const engagementsSchema = v.pipe(
  list(engagementSchema, 'd’engagements'),
  v.minLength(1, SOME),
  v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed) tellFaults(faultsOf(dataset.value), addIssue);
  }),
);

/**
 * The starter catalogue, by module and chapter. Modules 5, 6 and 8 have none:
 * nothing of theirs could be read.
 */
export const commitments: readonly Engagement[] = entries as readonly Engagement[];

/**
 * Reads a catalogue that a préfecture corrected or completed.
 *
 * @throws QualeprefError `commitments`; each line of the message names a path and what was expected there
 */
export function loadCommitments(value: unknown): readonly Engagement[] {
  return parsed(engagementsSchema, value, { code: 'commitments', name: 'catalogue des engagements' });
}

/** The commitments of a label that holds these modules, in the order of the catalogue. */
export function engagementsOf(
  catalogue: readonly Engagement[],
  held: readonly ModuleNumber[],
): readonly Engagement[] {
  return catalogue.filter(({ module }) => held.includes(module));
}

/** The commitments that something proving these themes speaks for. */
export function engagementsOn(
  catalogue: readonly Engagement[],
  proved: readonly string[],
): readonly Engagement[] {
  return catalogue.filter(({ theme }) => proved.includes(theme));
}

function* faultsOf(catalogue: readonly Engagement[]): Generator<Fault> {
  const seen = new Set<string>();
  for (const [at, { id, module, chapter }] of catalogue.entries()) {
    if (seen.has(id)) yield { path: [at, 'id'], input: id, expected: UNIQUE };
    seen.add(id);
    if ((module === 1) !== (chapter !== undefined))
      yield { path: [at, 'chapter'], input: chapter, expected: CHAPTER };
  }
}
