import type { PlaceFacts } from './facts.ts';
import { closest, nameOf, tagsBetween, type Dom, type Tag } from './read-dom.ts';
import { fold } from './text.ts';

/** A sound, a film, or what plays one. */
export interface MediaFacts extends PlaceFacts {
  readonly kind: 'audio' | 'video' | 'player' | 'canvas' | 'object' | 'sound-file' | 'film-file';
  /** Where it comes from, as written, cut. */
  readonly source: string;
  /** Kinds of its `track` elements: `captions`, `descriptions`… */
  readonly tracks: readonly string[];
  readonly isAutoplay: boolean;
  readonly isMuted: boolean;
  readonly hasControls: boolean;
  /** A sound or a film without any name, in an element that has no player of the browser's own. */
  readonly isUnknown?: true;
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
/** A sound that stands for the picture of a code: written down, it would test nobody. */
const CODE = /\bcaptcha\b|\bcode de (?:securite|verification|controle)\b|\b(?:security|verification) code\b/;
/** What says that there is none promises none. */
const NONE =
  /\b(?:no|without(?: a)?|missing|sans|pas de|aucune?) (?:text(?:uelle)? )?(?:transcri\w*|version texte)/g;

/** Reads the media that readers are told of, in document order. */
export function readMedia(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): MediaOfPage {
  const all = dom.tags.flatMap((tag) => {
    const kind = tag.isExposed || tag.isVisible ? kindOf(tag) : null;
    return kind === null ? [] : [{ tag, kind }];
  });
  // A link beside a player, or in it, gives the same recording to keep.
  const played = new Set(all.filter(({ tag }) => tag.name !== 'a').map(({ tag }) => stemOf(dom, tag)));
  const media = all.filter(
    ({ tag }) =>
      tag.name !== 'a' ||
      (!played.has(stemOf(dom, tag)) &&
        !CODE.test(fold(nameOf(dom, tag))) &&
        !closest(tag, ({ name }) => /^(?:audio|video|object)$/.test(name))),
  );
  const shown = dom.paragraphs.filter(({ tag }) => tag.shown && tag.isVisible);
  return {
    media: media.slice(0, MOST).map(({ tag, kind }) => {
      const inside = tagsBetween(dom, tag.start, tag.end);
      return {
        kind,
        source: sourceOf(dom, tag),
        tracks: inside
          .filter(({ name }) => name === 'track')
          .map(({ attributes }) => attributes['kind']?.trim().toLowerCase() ?? 'subtitles'),
        isAutoplay: tag.attributes['autoplay'] !== undefined,
        isMuted: tag.attributes['muted'] !== undefined,
        hasControls: tag.attributes['controls'] !== undefined,
        ...(kind === 'player' && /^(?:object|embed)$/.test(tag.name) && nameOf(dom, tag).trim() === ''
          ? { isUnknown: true as const }
          : {}),
        ...placeOf(tag),
      };
    }),
    hasTranscript: shown.some(
      ({ text }) => text.length < 300 && TRANSCRIPT.test(fold(text).replace(NONE, ' ')),
    ),
    letters: shown.reduce((sum, { text }) => sum + text.length, 0),
  };
}

function sourceOf(dom: Dom, { attributes, start, end }: Tag): string {
  const inside = tagsBetween(dom, start, end).find(({ name }) => name === 'source')?.attributes['src'];
  return (attributes['src'] ?? attributes['data'] ?? attributes['href'] ?? inside ?? '').slice(0, 300);
}

/** Name of its file, whatever the format. */
function stemOf(dom: Dom, tag: Tag): string {
  return sourceOf(dom, tag)
    .replace(/[?#].*$/s, '')
    .replace(/^.*\//s, '')
    .replace(/\.\w+$/, '');
}

function kindOf({ name, attributes }: Tag): MediaFacts['kind'] | null {
  if (name === 'audio' || name === 'video' || name === 'canvas') return name;
  if (name === 'a') return fileOf(attributes['href'] ?? '');
  const source = attributes['src'] ?? attributes['data'] ?? '';
  if (name === 'iframe') return PLAYERS.test(source) ? 'player' : null;
  if (name !== 'object' && name !== 'embed') return null;
  return PLAYERS.test(source) || /^(?:video|audio)\//i.test(attributes['type'] ?? '') ? 'player' : 'object';
}

/** A recording that a link gives to hear or to see. */
function fileOf(href: string): MediaFacts['kind'] | null {
  const path = href.replace(/[?#].*$/s, '');
  if (/\.(?:mp3|ogg|oga|opus|wav|m4a|aac|flac|wma)$/i.test(path)) return 'sound-file';
  return /\.(?:mp4|m4v|mov|webm|ogv|avi|wmv|mkv|mpe?g)$/i.test(path) ? 'film-file' : null;
}
