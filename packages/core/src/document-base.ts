import * as v from 'valibot';
import { addMonths, daysBetween } from './day.ts';
import { parsed } from './parse.ts';
import type { Sourced } from './provenance.ts';
import { id, isoDay, list, oneOf, section, text, unknownYet } from './schema.ts';

/** A kind of quality document, and its French name. */
export interface DocumentType {
  readonly id: string;
  readonly label: string;
}

/** What the base holds. */
export const documentTypes: Sourced<readonly DocumentType[]> = {
  value: [
    { id: 'politique', label: 'politique qualité' },
    { id: 'fiche-de-procedure', label: 'fiche de procédure' },
    { id: 'plan-d-actions', label: 'plan d’actions' },
    { id: 'fiche-de-poste', label: 'fiche de poste' },
    { id: 'enregistrement', label: 'enregistrement' },
    { id: 'indicateur', label: 'indicateurs' },
    { id: 'guide-d-accueil', label: 'guide d’accueil' },
    { id: 'presentation', label: 'présentation au comité de pilotage' },
    { id: 'compte-rendu', label: 'compte-rendu du comité de pilotage' },
    { id: 'rapport-d-audit', label: 'rapport d’audit' },
    { id: 'grille', label: 'grille de vérification ou fiche de contrôle' },
  ],
  provenance: {
    origin: 'S',
    source: 'Politique qualité 2021, base documentaire\u00a0; la politique et les grilles y sont ajoutées',
  },
};

export const documentPlaces = ['intranet', 'network', 'website'] as const;
export type DocumentPlace = (typeof documentPlaces)[number];

/** Who may read a document; the base is open to every agent (policy of 2021). */
export const documentAudiences = ['public', 'agents', 'restricted'] as const;
export type DocumentAudience = (typeof documentAudiences)[number];

const versionSchema = section({
  /** As it is printed on the document: `3`, `2026-1`. */
  version: text(),
  on: isoDay,
  by: text(),
  /** What changed. */
  note: unknownYet(text()),
});
export type DocumentVersion = v.InferOutput<typeof versionSchema>;

const VERSIONS = 'une liste d’au moins une version';
const UNIQUE = 'une suite de versions : chacune a son numéro';
const ORDER = 'une suite de versions : de la plus ancienne à la plus récente';

/** A document of the base. Its current version is the last one of a history from which nothing is taken away. */
export const documentSchema = section({
  id,
  /** One of the words of the list in use, by default `documentTypes`. */
  type: id,
  title: text(),
  /** Who keeps it up to date: a role rather than a name. */
  owner: text(),
  /** Where it is: an address, or a path of the shared drive. */
  location: section({ place: oneOf(documentPlaces), address: text() }),
  audience: v.optional(oneOf(documentAudiences), 'agents'),
  /** Day of the next review, when one was set. */
  reviewOn: unknownYet(isoDay),
  /** Day from which it is no longer used. */
  withdrawnOn: unknownYet(isoDay),
  versions: v.pipe(
    list(versionSchema, 'de versions'),
    v.minLength(1, VERSIONS),
    v.check((versions) => new Set(versions.map(({ version }) => version)).size === versions.length, UNIQUE),
    v.check((versions) => versions.every(({ on }, at) => on >= (versions[at - 1]?.on ?? on)), ORDER),
  ),
});
export type QualityDocument = v.InferOutput<typeof documentSchema>;

/** The version in force: the last of the history. */
export function currentVersion({ versions }: Pick<QualityDocument, 'versions'>): DocumentVersion | undefined {
  return versions.at(-1);
}

/**
 * Adds a version to a document. The review that it came from is over: another
 * one may be set.
 *
 * @throws QualeprefError `document` when its number is taken, or its day is earlier than that of the version before
 */
export function addVersion(
  document: QualityDocument,
  { reviewOn, ...version }: DocumentVersion & { readonly reviewOn?: string },
): QualityDocument {
  const next = { ...document, reviewOn, versions: [...document.versions, version] };
  return parsed(documentSchema, next, { code: 'document', name: `document ${document.id}` });
}

/** Months after its last version when a document without a date of review is read again. */
export const documentReviewDelay: Sourced<number> = {
  value: 12,
  provenance: {
    origin: 'X',
    source: 'Un an, comme le bilan de la démarche. Aucun texte lu ne fixe ce délai.',
  },
};

/** A document to read again. */
export interface DocumentReview {
  readonly document: QualityDocument;
  /** ISO day on which it had to be. */
  readonly dueOn: string;
  /** Days since then, 0 on the day itself. */
  readonly late: number;
}

/**
 * Documents whose day of review has come, the longest due first; those
 * withdrawn are left alone.
 *
 * @param today ISO day
 * @param months after the last version, by default `documentReviewDelay`, for those without a day of review
 */
export function documentsToReview(
  documents: readonly QualityDocument[],
  today: string,
  months: number,
): readonly DocumentReview[] {
  const reviews = documents.flatMap((document) => {
    const last = currentVersion(document);
    const dueOn = document.reviewOn ?? (last && addMonths(last.on, months));
    if (dueOn === undefined || dueOn > today || isWithdrawn(document, today)) return [];
    return [{ document, dueOn, late: daysBetween(dueOn, today) }];
  });
  return reviews.toSorted((a, b) => b.late - a.late || (a.document.id < b.document.id ? -1 : 1));
}

export const documentIssueCodes = [
  'duplicate-id',
  'unknown-type',
  'type-without-document',
  'not-open',
] as const;

/** Something wrong with the base as a whole. */
export interface DocumentIssue {
  readonly code: (typeof documentIssueCodes)[number];
  /** Id of the document, or of the type that no document has. */
  readonly about: string;
  /** French: what, and what to do. */
  readonly message: string;
}

/**
 * What the base lacks on a day, in the order of the codes: it holds every type
 * of document, and every agent can read it (policy of 2021).
 *
 * @param today ISO day
 * @param types by default `documentTypes`
 */
export function documentIssues(
  documents: readonly QualityDocument[],
  { today, types }: { readonly today: string; readonly types: readonly DocumentType[] },
): readonly DocumentIssue[] {
  const used = documents.filter((document) => !isWithdrawn(document, today));
  const ids = documents.map((document) => document.id);
  return [...new Set(ids.filter((each, at) => ids.indexOf(each) < at))]
    .map((about): DocumentIssue => ({
      code: 'duplicate-id',
      about,
      message: `L’identifiant «\u00a0${about}\u00a0» désigne plusieurs documents\u00a0: en changer un.`,
    }))
    .concat(
      used
        .filter(({ type }) => !types.some((each) => each.id === type))
        .map((document) => ({
          code: 'unknown-type',
          about: document.id,
          message: `Document «\u00a0${document.title}\u00a0»\u00a0: le type «\u00a0${document.type}\u00a0» n’est pas dans la liste. L’y ajouter, ou en choisir un autre.`,
        })),
      types
        .filter((type) => !used.some((document) => document.type === type.id))
        .map((type) => ({
          code: 'type-without-document',
          about: type.id,
          message: `La base n’a aucun document du type «\u00a0${type.label}\u00a0»\u00a0: en ajouter un.`,
        })),
      used
        .filter(({ audience }) => audience === 'restricted')
        .map((document) => ({
          code: 'not-open',
          about: document.id,
          message: `Document «\u00a0${document.title}\u00a0»\u00a0: tous les agents ne peuvent pas le lire. L’ouvrir, ou le retirer de la base.`,
        })),
    );
}

function isWithdrawn({ withdrawnOn }: Pick<QualityDocument, 'withdrawnOn'>, day: string): boolean {
  return withdrawnOn !== undefined && withdrawnOn <= day;
}
