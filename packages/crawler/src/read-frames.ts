import type { PlaceFacts } from './facts.ts';
import type { Dom, Tag } from './read-dom.ts';
import { plain } from './read-text.ts';
import { Signs, type Sign } from './sign.ts';
import { collapse, fold } from './text.ts';

export type FrameSign = 'generic-title' | 'file-title' | 'player-title';

/** Titles that say nothing of what a frame shows, French and English; without accents. */
const GENERIC = new Set(
  (
    'iframe|frame|cadre|i frame|inline frame|untitled|untitled document|untitled page|untitled frame|no title|sans titre|document sans titre|page sans titre|cadre sans titre|sans nom|titre|title|titre du cadre|frame title|iframe title|titre de l iframe|' +
    'contenu|content|page|page web|web page|webpage|site|site web|website|blank|about blank|default|vide|empty|test|todo|xxx|' +
    'embed|embedded|embedded content|contenu integre|contenu externe|external content|widget|module|block|bloc|box|main|' +
    'new frame|my frame|my iframe|mon cadre|un cadre|a frame|an iframe|this frame|frame content|iframe content|' +
    'undefined|null|none|document|html|fenetre|window|placeholder|description|n a|na|lorem ipsum|object|objet'
  ).split('|'),
);
const NUMBERED =
  /^(?:i ?frame|frame|cadre|widget|embed|page|content|contenu|bloc|block|untitled|window) ?\w?\d+$/;
const FILE =
  /^(?:https?:\/\/|www\.|\/)\S*$|^[\w%.-]+\.(?:html?|php|aspx?|jsp|xml|pdf|js|cgi|do)(?:[?#]\S*)?$/;

/** What looks wrong with the titles of frames. */
export function readFrames({ tags }: Dom, placeOf: (tag: Tag) => PlaceFacts): Sign<FrameSign>[] {
  const signs = new Signs<FrameSign>(placeOf);
  for (const tag of tags) {
    if (!/^i?frame$/.test(tag.name) || !tag.isExposed) continue;
    const { attributes } = tag;
    const title = collapse(attributes['aria-label'] ?? '') || collapse(attributes['title'] ?? '');
    if (title === '') continue;
    const sign = signOf(title);
    if (sign) signs.add(sign, tag, { quote: `<${tag.name} title="${title}">`, about: title, cause: title });
  }
  return signs.found;
}

function signOf(title: string): FrameSign | null {
  const words = plain(title);
  const text = fold(title);
  if (FILE.test(text)) return 'file-title';
  if (!/\p{L}{2}/u.test(words) || GENERIC.has(words) || NUMBERED.test(words) || isCode(text))
    return 'generic-title';
  return /^(?:youtube|vimeo|dailymotion) ?(?:video)? ?player$|^(?:video|player|lecteur|lecteur video|carte|map|video player|google maps?|publicite|advertisement|ad)$/.test(
    words,
  )
    ? 'player-title'
    : null;
}

/** A name made by a script: letters and digits in one run. */
function isCode(text: string): boolean {
  return (
    !/\s/.test(text) && text.length >= 8 && (text.match(/\d/g)?.length ?? 0) >= 4 && /^[\w-]+$/.test(text)
  );
}
