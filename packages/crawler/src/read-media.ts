import type { PlaceFacts } from './facts.ts';
import { tagsBetween, type Dom, type Tag } from './read-dom.ts';
import { fold } from './text.ts';

/** A sound, a film, or what plays one. */
export interface MediaFacts extends PlaceFacts {
  readonly kind: 'audio' | 'video' | 'player' | 'canvas' | 'object';
  /** Where it comes from, as written, cut. */
  readonly source: string;
  /** Kinds of its `track` elements: `captions`, `descriptions`… */
  readonly tracks: readonly string[];
  readonly isAutoplay: boolean;
  readonly isMuted: boolean;
  readonly hasControls: boolean;
}

/** The media of a page, and what could stand for them. */
export interface MediaOfPage {
  readonly media: readonly MediaFacts[];
  /** Whether a link or a heading promises a transcript, or a description of the picture. */
  readonly hasTranscript: boolean;
  /** Letters of text that the page shows. */
  readonly letters: number;
}

const MOST = 50;
const PLAYERS =
  /(?:youtube(?:-nocookie)?\.com\/embed|youtu\.be|player\.vimeo\.com|dailymotion\.com\/(?:embed|player)|soundcloud\.com\/player|peertube|podeduc|webtv|\.mp[34](?:$|\?))/i;
const TRANSCRIPT = /transcri|version texte|text version|audiodescri|audio description|alternative texte/;

/** Reads the media that readers are told of, in document order. */
export function readMedia(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): MediaOfPage {
  const media = dom.tags.flatMap((tag) => {
    const kind = tag.isExposed || tag.isVisible ? kindOf(tag) : null;
    return kind === null ? [] : [{ tag, kind }];
  });
  const shown = dom.paragraphs.filter(({ tag }) => tag.shown && tag.isVisible);
  return {
    media: media.slice(0, MOST).map(({ tag, kind }) => {
      const inside = tagsBetween(dom, tag.start, tag.end);
      const source = inside.find(({ name }) => name === 'source')?.attributes['src'];
      return {
        kind,
        source: (tag.attributes['src'] ?? tag.attributes['data'] ?? source ?? '').slice(0, 300),
        tracks: inside
          .filter(({ name }) => name === 'track')
          .map(({ attributes }) => attributes['kind']?.trim().toLowerCase() ?? 'subtitles'),
        isAutoplay: tag.attributes['autoplay'] !== undefined,
        isMuted: tag.attributes['muted'] !== undefined,
        hasControls: tag.attributes['controls'] !== undefined,
        ...placeOf(tag),
      };
    }),
    hasTranscript: shown.some(({ text }) => text.length < 300 && TRANSCRIPT.test(fold(text))),
    letters: shown.reduce((sum, { text }) => sum + text.length, 0),
  };
}

function kindOf({ name, attributes }: Tag): MediaFacts['kind'] | null {
  if (name === 'audio' || name === 'video' || name === 'canvas') return name;
  const source = attributes['src'] ?? attributes['data'] ?? '';
  if (name === 'iframe') return PLAYERS.test(source) ? 'player' : null;
  if (name !== 'object' && name !== 'embed') return null;
  return PLAYERS.test(source) || /^(?:video|audio)\//i.test(attributes['type'] ?? '') ? 'player' : 'object';
}
