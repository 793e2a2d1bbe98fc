import {
  axeBearings,
  highestRate,
  outOfScope,
  ratePercent,
  rgaa,
  rgaaResultOf,
  type Finding,
  type RgaaRate,
  type RgaaResult,
} from '@qualepref/core';
import type { Check, CodeSpec } from './check.ts';
import { chooseRgaaSample, type RgaaSample } from './rgaa-sample.ts';
import type { Survey, SurveyRow } from './rgaa-survey.ts';
import { fold } from './text.ts';

/** What the audit says of one criterion, over every page and then page by page of the sample. */
export interface RgaaRow {
  readonly criterion: string;
  readonly result: RgaaResult;
  /** Proven failures and the pages that bear them, things for a person to look at. */
  readonly failed: number;
  readonly pages: number;
  readonly doubts: number;
  /** Ids of the first findings: proofs, then the list for a person. */
  readonly proofs: readonly string[];
  readonly toReview: readonly string[];
  /** In the order of the pages of the sample; documents are left out. */
  readonly sample: readonly RgaaResult[];
}

/** The declared rate beside what the pages it names can still reach. */
export interface DeclaredRate {
  readonly url: string;
  /** Percent, as declared. */
  readonly rate: number;
  /** ISO day of the statement. */
  readonly date: string | null;
  /** Absent where the two cannot be compared: `reason` says why, in French. */
  readonly highest?: RgaaRate;
  readonly reason?: string;
}

/** Criteria, sample and rate; never an official result. */
export interface RgaaReport {
  readonly version: string;
  readonly sample: RgaaSample;
  readonly criteria: readonly RgaaRow[];
  /** Over the pages of the sample. */
  readonly highest: RgaaRate;
  /** Absent when no statement gives a rate. */
  readonly declared?: DeclaredRate;
}

const SHOWN = 100;
/** Old office files may be exempt, and so is what other sites provide: a statement may leave them out. */
const LEFT_OUT = new Set(['13.3', '13.4']);

interface Count {
  failed: number;
  doubts: number;
}

interface Tally extends Count {
  pages: number;
  lastPage: string;
  readonly proofs: string[];
  readonly toReview: string[];
  /** For the pages that are looked at one by one; `own` leaves out what others provide. */
  readonly byPage: Map<string, Count & { own: number }>;
}

/** Adds up the findings of an audit by criterion, as they go by. */
export class RgaaTally {
  readonly #tallies = new Map<string, Tally>();
  readonly #followed: ReadonlySet<string>;
  readonly #survey: Survey;
  readonly #sample: RgaaSample;
  readonly #bearings: Bearings;
  readonly #declared: readonly string[] | string;

  constructor(survey: Survey, checks: readonly Check[], seed: string) {
    this.#survey = survey;
    this.#sample = chooseRgaaSample(survey, seed);
    this.#bearings = bearingsOf(checks);
    this.#declared = declaredPages(survey);
    const declared = typeof this.#declared === 'string' ? [] : this.#declared;
    this.#followed = new Set([...this.#sample.entries.map(({ url }) => url), ...declared]);
  }

  add({ id, url, rgaa: criteria, outcome, owner }: Finding): void {
    const isFailure = outcome === 'failed';
    for (const criterion of criteria) {
      const tally = this.#tallies.get(criterion) ?? newTally();
      this.#tallies.set(criterion, tally);
      count(tally, isFailure);
      if (isFailure && tally.lastPage !== url) tally.pages += 1;
      if (isFailure) tally.lastPage = url;
      const ids = isFailure ? tally.proofs : tally.toReview;
      if (ids.length < SHOWN) ids.push(id);
      if (!this.#followed.has(url)) continue;
      const own = tally.byPage.get(url) ?? { failed: 0, doubts: 0, own: 0 };
      tally.byPage.set(url, own);
      count(own, isFailure);
      if (isFailure && owner !== 'third-party') own.own += 1;
    }
  }

  report(): RgaaReport {
    const pages = this.#rowsOf(
      this.#sample.entries.flatMap(({ kind, url }) => (kind === 'page' ? [url] : [])),
    );
    const criteria = rgaa.criteria.map((criterion): RgaaRow => {
      const tally = this.#tallies.get(criterion.id) ?? newTally();
      const { failed, doubts, proofs, toReview } = tally;
      return {
        criterion: criterion.id,
        result: this.#result(criterion, this.#survey.rows, tally),
        ...{ failed, pages: tally.pages, doubts, proofs, toReview },
        sample: pages.map((page) =>
          this.#result(criterion, [page], tally.byPage.get(page.url) ?? { failed: 0, doubts: 0 }),
        ),
      };
    });
    const declared = this.#declaredRate();
    return {
      version: rgaa.version,
      sample: this.#sample,
      criteria,
      highest: highestRate(this.#over(pages, false)),
      ...(declared ? { declared } : {}),
    };
  }

  #rowsOf(urls: readonly string[]): SurveyRow[] {
    const rows = new Map(this.#survey.rows.map((row) => [row.url, row]));
    return urls.flatMap((url) => rows.get(url) ?? []);
  }

  /** The result of each criterion on a set of pages: one that fails fails them all. */
  #over(pages: readonly SurveyRow[], isDeclared: boolean): RgaaResult[] {
    return rgaa.criteria.map((criterion) => {
      const total = { failed: 0, doubts: 0 };
      for (const { url } of pages) {
        const own = this.#tallies.get(criterion.id)?.byPage.get(url);
        total.failed += (isDeclared ? own?.own : own?.failed) ?? 0;
        total.doubts += own?.doubts ?? 0;
      }
      if (isDeclared && LEFT_OUT.has(criterion.id)) total.failed = 0;
      return this.#result(criterion, pages, total);
    });
  }

  #result(
    criterion: (typeof rgaa.criteria)[number],
    pages: readonly SurveyRow[],
    { failed, doubts }: Count,
  ): RgaaResult {
    const looked = pages.filter(({ scopes }) => scopes !== undefined);
    const isOut =
      looked.length > 0 && looked.every(({ scopes }) => outOfScope(scopes, [criterion]).has(criterion.id));
    const needs = this.#bearings.get(criterion.id);
    return rgaaResultOf(criterion, {
      ...{ failed, doubts },
      isInScope: isOut ? false : looked.length === 0 ? undefined : true,
      isChecked: needs === 'html' || (needs === 'rendered' && pages.some(({ isRendered }) => isRendered)),
    });
  }

  #declaredRate(): DeclaredRate | undefined {
    const { statement } = this.#survey;
    if (!statement || statement.said.rate === null) return undefined;
    const { rate, madeOn, updatedOn } = statement.said;
    const date = updatedOn?.date ?? madeOn?.date ?? null;
    const base = { url: statement.url, rate, date };
    if (date === null) return { ...base, reason: 'La déclaration n’est pas datée.' };
    if (typeof this.#declared === 'string') return { ...base, reason: this.#declared };
    return { ...base, highest: highestRate(this.#over(this.#rowsOf(this.#declared), true)) };
  }
}

/** Whether a declared rate is above what its own pages can still reach. */
export function isRateTooHigh({ rate, highest }: DeclaredRate): boolean {
  const percent = highest ? ratePercent(highest) : null;
  return percent !== null && rate > percent;
}

/** Addresses of the pages that the statement says were verified, or why they are not known. */
function declaredPages({ rows, named, statement }: Survey): readonly string[] | string {
  const pages = statement?.said.pages ?? [];
  if (pages.length === 0) return 'La déclaration ne nomme pas les pages vérifiées.';
  const byName = new Map<string, string>();
  for (const { title, url } of rows) byName.set(fold(title), url);
  for (const [name, url] of named) byName.set(fold(name), url);
  const read = new Set(rows.map(({ url }) => url));
  const found = pages.map(({ text, url }) => (url !== null && read.has(url) ? url : byName.get(fold(text))));
  const lost = pages.find((_, at) => found[at] === undefined);
  if (lost)
    return `La page «\u00A0${lost.text}\u00A0», que la déclaration nomme, n’a pas été retrouvée parmi les pages lues.`;
  return found.filter((url) => url !== undefined);
}

/** For each criterion, whether a check of the HTML bears on it, or only what a browser sees. */
type Bearings = ReadonlyMap<string, 'html' | 'rendered'>;

function bearingsOf(checks: readonly Check[]): Bearings {
  const bearings = new Map<string, 'html' | 'rendered'>();
  for (const check of checks) {
    const needs = check.scope === 'page' ? check.needs : 'html';
    for (const { rgaa: criteria = [] } of Object.values<CodeSpec>(check.codes))
      for (const id of criteria) if (bearings.get(id) !== 'html') bearings.set(id, needs);
    if (check.id !== 'axe') continue;
    for (const { confirmed } of axeBearings().values())
      for (const id of confirmed) if (!bearings.has(id)) bearings.set(id, 'rendered');
  }
  return bearings;
}

function newTally(): Tally {
  return { failed: 0, doubts: 0, pages: 0, lastPage: '', proofs: [], toReview: [], byPage: new Map() };
}

function count(into: Count, isFailure: boolean): void {
  if (isFailure) into.failed += 1;
  else into.doubts += 1;
}
