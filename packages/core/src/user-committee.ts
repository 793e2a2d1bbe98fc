import * as v from 'valibot';
import { channels } from './correspondence.ts';
import { tellFaults, type Fault } from './fault.ts';
import { typeset } from './french.ts';
import type { Sourced } from './provenance.ts';
import { id, isoDay, list, oneOf, section, text, unknownYet } from './schema.ts';

const YEAR = 'une année : quatre chiffres, par exemple 2026';
const BOTH = 'une raison de ne pas s’être réuni : il n’y en a pas quand metOn dit le jour de la réunion';

/** A year of the local user committee (CLU): it met, or it did not and its members were sent material instead. */
export const cluSchema = v.pipe(
  section({
    year: v.pipe(v.number(YEAR), v.integer(YEAR), v.minValue(1000, YEAR), v.maxValue(9999, YEAR)),
    metOn: unknownYet(isoDay),
    /** Where its minutes are. */
    minutes: unknownYet(text()),
    notMet: unknownYet(
      section({
        /** French. */
        reason: text(),
        materialSent: unknownYet(
          section({
            on: isoDay,
            by: oneOf(channels),
            documents: list(text(), 'de documents'),
            /** Ids of the members it went to. */
            to: list(id, 'd’identifiants de membres'),
          }),
        ),
      }),
    ),
    members: list(
      section({
        id,
        /** One of the words of the list in use, by default `cluCategories`. */
        category: id,
        /** The body that is represented, rather than a person. */
        name: text(),
      }),
      'de membres',
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed) tellFaults(faultsOf(dataset.value), addIssue);
  }),
);
export type Clu = v.InferOutput<typeof cluSchema>;

/** A kind of member, and its French name. */
export interface CluCategory {
  readonly id: string;
  readonly label: string;
}

/** Who is represented. */
export const cluCategories: Sourced<readonly CluCategory[]> = {
  value: [
    { id: 'usagers', label: 'associations d’usagers' },
    { id: 'professionnels', label: 'professionnels' },
    { id: 'consommateurs', label: 'consommateurs' },
    { id: 'elus', label: 'élus' },
    { id: 'services-etat', label: 'services de l’État' },
  ],
  provenance: { origin: 'S', source: 'Politique qualité 2021, comité local des usagers' },
};

export const cluIssueCodes = [
  'category-without-member',
  'unknown-category',
  'meeting-unexplained',
  'nothing-sent',
  'member-without-material',
] as const;

/** Something wrong with a year of the committee. */
export interface CluIssue {
  readonly code: (typeof cluIssueCodes)[number];
  /** Id of the category or member; the year. */
  readonly about: string;
  /** French: what is missing, and what to do. */
  readonly message: string;
}

/**
 * What a year of the committee lacks: a category without member, a year gone
 * by without meeting nor reason, material that did not reach every member
 * (policy of 2021).
 *
 * @param today ISO day
 * @param categories by default `cluCategories`
 */
export function cluIssues(clu: Clu, today: string, categories: readonly CluCategory[]): readonly CluIssue[] {
  return [...memberIssues(clu, categories), ...meetingIssues(clu, today)].map(({ message, ...issue }) => ({
    ...issue,
    message: typeset(message),
  }));
}

function* memberIssues({ members }: Clu, categories: readonly CluCategory[]): Generator<CluIssue> {
  for (const { id, label } of categories) {
    if (members.some(({ category }) => category === id)) continue;
    yield {
      code: 'category-without-member',
      about: id,
      message: `Personne ne représente la catégorie « ${label} » : inviter un membre.`,
    };
  }
  for (const { id, category, name } of members) {
    if (categories.some((each) => each.id === category)) continue;
    yield {
      code: 'unknown-category',
      about: id,
      message: `« ${name} » est de la catégorie « ${category} », qui n’est pas de la liste : ${categories.map((each) => each.id).join(', ')}.`,
    };
  }
}

function* meetingIssues({ year, metOn, notMet, members }: Clu, today: string): Generator<CluIssue> {
  const about = String(year);
  if (notMet?.materialSent) {
    const { to } = notMet.materialSent;
    for (const { id, name } of members) {
      if (to.includes(id)) continue;
      yield {
        code: 'member-without-material',
        about: id,
        message: `« ${name} » n’a pas reçu la documentation envoyée aux membres en ${about} : la lui envoyer.`,
      };
    }
  } else if (notMet) {
    yield {
      code: 'nothing-sent',
      about,
      message: `Le comité n’a pas pu se réunir en ${about}, et ses membres n’ont rien reçu : leur envoyer de la documentation.`,
    };
  } else if (metOn === undefined && today > `${about}-12-31`) {
    yield {
      code: 'meeting-unexplained',
      about,
      message: `Le comité ne s’est pas réuni en ${about} : en indiquer la raison, ou la date de la réunion.`,
    };
  }
}

interface Meeting {
  readonly year: number;
  readonly metOn?: string | undefined;
  readonly notMet?: { readonly reason: string } | undefined;
}

function* faultsOf({ year, metOn, notMet }: Meeting): Generator<Fault> {
  if (metOn === undefined) return;
  if (!metOn.startsWith(`${String(year)}-`))
    yield { path: ['metOn'], input: metOn, expected: `un jour de l’année du comité : ${String(year)}` };
  if (notMet) yield { path: ['notMet', 'reason'], input: notMet.reason, expected: BOTH };
}
