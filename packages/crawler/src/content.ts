import type { PageFacts, PlaceFacts } from './facts.ts';
import type { Dom, Tag } from './read-dom.ts';
import { readColourWords, type ColourWords } from './read-colour-words.ts';
import { readForms, type FormFacts } from './read-fields.ts';
import { readLanguages, type LanguageFacts } from './read-languages.ts';
import { readMedia, type MediaOfPage } from './read-media.ts';
import { readRefreshes, type RefreshFacts } from './read-refresh.ts';
import { readTables, type TableFacts } from './read-tables.ts';

/**
 * What a page says and how it is marked up, family by family: read from its
 * source, and again from what a browser made of it where one opened it.
 */
export interface ContentFacts {
  readonly colourWords: readonly ColourWords[];
  readonly forms: FormFacts;
  readonly languages: LanguageFacts;
  readonly media: MediaOfPage;
  readonly refreshes: readonly RefreshFacts[];
  readonly tables: readonly TableFacts[];
}

/** What the families are read with. */
export interface ContentContext {
  readonly placeOf: (tag: Tag) => PlaceFacts;
  /** Address of the page. */
  readonly url: string;
}

/** Reads every family. */
export function readContent(dom: Dom, { placeOf }: ContentContext): ContentFacts {
  return {
    colourWords: readColourWords(dom, placeOf),
    forms: readForms(dom, placeOf),
    languages: readLanguages(dom, placeOf),
    media: readMedia(dom, placeOf),
    refreshes: readRefreshes(dom, placeOf),
    tables: readTables(dom, placeOf),
  };
}

/** What readers meet: what the browser shows where it was opened, what the source says elsewhere. */
export function contentOf({
  html,
  rendered,
}: Pick<PageFacts, 'html' | 'rendered'>): ContentFacts | undefined {
  return rendered?.content ?? html?.content;
}
