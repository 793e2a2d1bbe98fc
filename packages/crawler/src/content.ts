import type { PageFacts, PlaceFacts } from './facts.ts';
import type { Dom, Tag } from './read-dom.ts';
import { readIds } from './read-ids.ts';
import { readImages, type ImageSign } from './read-images.ts';
import { readRefreshes, type RefreshFacts } from './read-refresh.ts';
import type { Sign } from './sign.ts';

/**
 * What a page says and how it is marked up, family by family: read from its
 * source, and again from what a browser made of it where one opened it.
 */
export interface ContentFacts {
  readonly ids: readonly Sign<'double-id'>[];
  readonly images: readonly Sign<ImageSign>[];
  readonly refreshes: readonly RefreshFacts[];
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
    ids: readIds(dom, placeOf),
    images: readImages(dom, placeOf),
    refreshes: readRefreshes(dom, placeOf),
  };
}

/** What readers meet: what the browser shows where it was opened, what the source says elsewhere. */
export function contentOf({
  html,
  rendered,
}: Pick<PageFacts, 'html' | 'rendered'>): ContentFacts | undefined {
  return rendered?.content ?? html?.content;
}
