import type { DocumentFile, DocumentKey } from './documents.ts';

/** One page of the site, as its contributors write it: the shell comes from `template.ts`. */
export interface Page {
  /** Canonical path. */
  readonly path: string;
  /** First-level heading, and first part of the title. */
  readonly heading: string;
  /** Sentence of the cards that lead to it. */
  readonly summary: string;
  /** Day printed under the heading, after « Mis à jour le ». */
  readonly updated?: string;
  /** Cards to the pages just below it, in one of the two looks of the national template. */
  readonly cards?: 'grey' | 'white';
  /** HTML under the heading. */
  readonly main: string;
}

/** What pages take from outside: the day, the files, the other site. */
export interface Edition {
  /** `24/11/2026`, so many days before today: pages stay fresh whenever the site is served. */
  readonly day: (daysAgo: number) => string;
  readonly file: (key: DocumentKey) => DocumentFile;
  /** Origin of the second server, which stands for the rest of the web. */
  readonly external: string;
  /** Script of the widgets, as their snippets write it. */
  readonly script: string;
}

/** Day of the calendar, so many days before another, as `24/11/2026`. */
export function dayBefore(today: string, daysAgo: number): string {
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - daysAgo);
  return date.toISOString().slice(0, 10).split('-').reverse().join('/');
}

/** French spacing, so that contents can be typed with ordinary spaces. */
export function typeset(text: string): string {
  return text.replace(/ (?=[:;!?»%])/g, '\u00a0').replace(/« /g, '«\u00a0');
}

/** Pages above a page, from the rubric down. */
export function parentsOf(page: Page, pages: readonly Page[]): Page[] {
  return pages
    .filter(({ path }) => path !== '/' && page.path.startsWith(`${path}/`))
    .sort((a, b) => a.path.length - b.path.length);
}
