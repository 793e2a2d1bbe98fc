import rgaa412 from './data/rgaa-4.1.2.json' with { type: 'json' };

/**
 * What a machine can say of a criterion. `decided`: failure and success both;
 * `failures`: failures, never success; `list`: which elements a person must
 * look at; `nothing`.
 */
export const rgaaReaches = ['decided', 'failures', 'list', 'nothing'] as const;
export type RgaaReach = (typeof rgaaReaches)[number];

/** By what it is judged. `own-static` reads the HTML, `own-browser` the rendered page; `assisted` is a list for a person. */
export const rgaaMethods = [
  'axe',
  'axe+own',
  'own-static',
  'own-browser',
  'cross-page',
  'document',
  'assisted',
  'manual',
] as const;
export type RgaaMethod = (typeof rgaaMethods)[number];

/** One criterion of the RGAA as the audit judges it. */
export interface RgaaCriterion {
  /** `1.1`. */
  readonly id: string;
  /** Number of its theme. */
  readonly theme: number;
  readonly level: 'A' | 'AA';
  /** Short French label of ours: the official sentence is at `criterionUrl`. */
  readonly label: string;
  /** How many tests it has: `1.1.1` to `1.1.8`. */
  readonly tests: number;
  readonly reach: RgaaReach;
  readonly method: RgaaMethod;
  /** CSS selector; where nothing matches, the criterion does not apply. Absent where no selector proves that. */
  readonly scope?: string;
  /** Rules of axe-core that bear on it: those whose violation proves a failure, and those that a person must weigh. */
  readonly axe: { readonly confirmed: readonly string[]; readonly review: readonly string[] };
  /** Ids of our own checks. */
  readonly checks: readonly string[];
  /** One of the 25 criteria of the State's quick audit. */
  readonly quickAudit: boolean;
}

/** One version of the RGAA. */
export interface RgaaVersion {
  /** `4.1.2`. */
  readonly version: string;
  /** ISO day; statements of before it are to be renewed some months later. */
  readonly published: string;
  /** Page of the official criteria; each has an anchor there. */
  readonly official: string;
  /** Producer, licence and day of the last update, as the licence asks. */
  readonly credit: string;
  readonly themes: readonly { readonly number: number; readonly title: string }[];
  /** In the order of their numbers. */
  readonly criteria: readonly RgaaCriterion[];
}

/** Every version known, the oldest first. The checks judge by `rgaa`. */
export const rgaaVersions: readonly RgaaVersion[] = [rgaa412 as RgaaVersion];

/** The version in force. */
export const rgaa: RgaaVersion = rgaa412 as RgaaVersion;

/** Official page of a criterion. */
export function criterionUrl({ id }: Pick<RgaaCriterion, 'id'>, { official }: RgaaVersion = rgaa): string {
  return `${official}#${id}`;
}

/** The criterion of that number, `undefined` when this version has none. */
export function criterionOf(id: string, { criteria }: RgaaVersion = rgaa): RgaaCriterion | undefined {
  return criteria.find((criterion) => criterion.id === id);
}

/** Criteria that a violation of a rule of axe-core proves failed, and those for which a person must weigh it. */
export interface AxeBearing {
  readonly confirmed: readonly string[];
  readonly review: readonly string[];
}

/** What each rule of axe-core bears on; a rule under no criterion is absent. */
export function axeBearings({ criteria }: RgaaVersion = rgaa): ReadonlyMap<string, AxeBearing> {
  const rules = new Set(criteria.flatMap(({ axe }) => [...axe.confirmed, ...axe.review]));
  const idsWhere = (holds: (criterion: RgaaCriterion) => boolean): string[] =>
    criteria.filter(holds).map(({ id }) => id);
  return new Map(
    [...rules].map((rule) => [
      rule,
      {
        confirmed: idsWhere(({ axe }) => axe.confirmed.includes(rule)),
        review: idsWhere(({ axe }) => axe.review.includes(rule)),
      },
    ]),
  );
}

/** Number of a criterion from that of one of its tests: `1.1` of `1.1.3`. */
export function criterionOfTest(test: string): string {
  return test.replace(/\.\d+$/, '');
}
