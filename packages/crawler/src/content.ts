import type { PageFacts, PlaceFacts } from './facts.ts';
import { readCaptions, type CaptionSign } from './read-captions.ts';
import { readDirections, type DirectionSign } from './read-direction.ts';
import type { Dom, Tag } from './read-dom.ts';
import { readColourWords, type ColourWords } from './read-colour-words.ts';
import { readForms, type FormFacts } from './read-fields.ts';
import { readLanguages, type LanguageFacts } from './read-languages.ts';
import { readMedia, type MediaOfPage } from './read-media.ts';
import { readLoneHeads, readTables, type LoneHead, type TableFacts } from './read-tables.ts';
import { readFrames, type FrameSign } from './read-frames.ts';
import { readHeadingTexts, type HeadingSign } from './read-heading-texts.ts';
import { readIds, type IdSign } from './read-ids.ts';
import { readImages, type ImageSign } from './read-images.ts';
import { readLinkTexts, type LinkTextSign } from './read-link-texts.ts';
import { readLists, type ListSign } from './read-lists.ts';
import { readMarkup, type MarkupSign } from './read-markup.ts';
import { readRefreshes, type RefreshFacts } from './read-refresh.ts';
import { readRegions, type RegionSign } from './read-regions.ts';
import { readWall } from './read-wall.ts';
import { readWording, type WordingSign } from './read-wording.ts';
import type { Sign } from './sign.ts';

/**
 * What a page says and how it is marked up, family by family: read from its
 * source, and again from what a browser made of it where one opened it.
 */
export interface ContentFacts {
  readonly colourWords: readonly ColourWords[];
  readonly forms: FormFacts;
  readonly languages: LanguageFacts;
  readonly media: MediaOfPage;
  readonly tables: readonly TableFacts[];
  /** Absent of an audit made before they were read. */
  readonly loneHeads?: readonly LoneHead[];
  readonly captions: readonly Sign<CaptionSign>[];
  readonly directions: readonly Sign<DirectionSign>[];
  readonly frames: readonly Sign<FrameSign>[];
  readonly headingTexts: readonly Sign<HeadingSign>[];
  readonly ids: readonly Sign<IdSign>[];
  readonly images: readonly Sign<ImageSign>[];
  readonly linkTexts: readonly Sign<LinkTextSign>[];
  readonly lists: readonly Sign<ListSign>[];
  readonly markup: readonly Sign<MarkupSign>[];
  readonly refreshes: readonly RefreshFacts[];
  readonly regions: readonly Sign<RegionSign>[];
  /** What stands before the text and can’t be gone past (`readWall`); absent when there is none. */
  readonly wall?: PlaceFacts;
  readonly wording: readonly Sign<WordingSign>[];
}

/** What the families are read with. */
export interface ContentContext {
  readonly placeOf: (tag: Tag) => PlaceFacts;
  /** Address of the page. */
  readonly url: string;
}

/** Reads every family. */
export function readContent(dom: Dom, { placeOf }: ContentContext): ContentFacts {
  const wall = readWall(dom, placeOf);
  return {
    colourWords: readColourWords(dom, placeOf),
    forms: readForms(dom, placeOf),
    languages: readLanguages(dom, placeOf),
    media: readMedia(dom, placeOf),
    tables: readTables(dom, placeOf),
    loneHeads: readLoneHeads(dom, placeOf),
    captions: readCaptions(dom, placeOf),
    directions: readDirections(dom, placeOf),
    frames: readFrames(dom, placeOf),
    headingTexts: readHeadingTexts(dom, placeOf),
    ids: readIds(dom, placeOf),
    images: readImages(dom, placeOf),
    linkTexts: readLinkTexts(dom, placeOf),
    lists: readLists(dom, placeOf),
    markup: readMarkup(dom, placeOf),
    refreshes: readRefreshes(dom, placeOf),
    regions: readRegions(dom, placeOf),
    ...(wall ? { wall } : {}),
    wording: readWording(dom, placeOf),
  };
}

/** What readers meet: what the browser shows where it was opened, what the source says elsewhere. */
export function contentOf({
  html,
  rendered,
}: Pick<PageFacts, 'html' | 'rendered'>): ContentFacts | undefined {
  return rendered?.content ?? html?.content;
}
