import type { PlaceFacts } from './facts.ts';
import { textBetween, type Dom, type Tag } from './read-dom.ts';
import { Signs, type Sign } from './sign.ts';

export type DirectionSign = 'no-direction' | 'wrong-direction' | 'bad-direction';

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const HAS_RIGHT_TO_LEFT = new RegExp(RIGHT_TO_LEFT.source, 'u');
const LETTER = /\p{L}/gu;
/** What a script writes when no direction was given to it: none is asked for. */
const NOT_ASKED = /^(?:undefined|null)?$/;
/** Letters below which a name in a sentence is rather meant. */
const FEW = 6;

/** Passages whose reading direction is not the one that the code tells. */
export function readDirections(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): Sign<DirectionSign>[] {
  const signs = new Signs<DirectionSign>(placeOf);
  for (const tag of dom.tags) {
    const dir = tag.attributes['dir']?.trim().toLowerCase();
    if (dir === undefined || NOT_ASKED.test(dir)) continue;
    if (tag.shown && !/^(?:ltr|rtl|auto)$/.test(dir) && tag.hasText)
      signs.add('bad-direction', tag, {
        quote: `<${tag.name} dir="${dir}">`,
        about: dir,
        cause: `${tag.name} ${dir}`,
      });
  }
  const isSaid = dom.tags.some(({ attributes }) => attributes['dir']?.trim().toLowerCase() === 'rtl');
  for (const { tag, text: whole, start, end } of dom.paragraphs) {
    if (!tag.isVisible || !tag.shown) continue;
    // Most pages neither hold nor declare anything of the kind.
    if (!isSaid && !HAS_RIGHT_TO_LEFT.test(whole)) continue;
    const text = textBetween(dom, start, end, 500);
    const letters = text.match(LETTER)?.length ?? 0;
    const others = text.match(RIGHT_TO_LEFT)?.length ?? 0;
    if (letters < FEW) continue;
    const inner = others > 0 ? innerHolder(dom, start, end, tag) : tag;
    // Of a passage all of one script, only what holds it all may say how it is read.
    const holdsAll =
      (textBetween(dom, inner.start, inner.end, 500).match(RIGHT_TO_LEFT)?.length ?? 0) >= others;
    const holder = others < letters || holdsAll ? inner : tag;
    const own = holder === tag ? text : textBetween(dom, holder.start, holder.end, 500);
    const share = (own.match(RIGHT_TO_LEFT)?.length ?? 0) / Math.max(1, own.match(LETTER)?.length ?? 0);
    const dir = directionOf(holder);
    if (share > 0.8 && others >= FEW && dir === 'ltr') signs.add('no-direction', holder, { quote: own });
    else if (share < 0.1 && dir === 'rtl') signs.add('wrong-direction', holder, { quote: own });
  }
  return signs.found;
}

/** The inline element that holds the passage of another script, where there is one. */
function innerHolder(dom: Dom, start: number, end: number, tag: Tag): Tag {
  for (let at = start; at < Math.min(end, start + 200); at++) {
    const item = dom.items[at];
    if (typeof item !== 'object' || item.end > end) continue;
    const text = textBetween(dom, item.start, item.end, 200);
    if ((text.match(RIGHT_TO_LEFT)?.length ?? 0) > (text.match(LETTER)?.length ?? 0) * 0.8) return item;
  }
  return tag;
}

/** That of the closest `dir`, `bdi` and `auto` taking that of their text. */
function directionOf(tag: Tag): 'ltr' | 'rtl' | 'auto' {
  for (let at: Tag | null = tag; at; at = at.parent) {
    const dir = at.attributes['dir']?.trim().toLowerCase();
    if (dir === 'rtl' || dir === 'ltr' || dir === 'auto') return dir;
    if (at.name === 'bdi') return 'auto';
    const styled = /(?:^|;)\s*direction\s*:\s*(rtl|ltr)/i
      .exec(at.attributes['style'] ?? '')?.[1]
      ?.toLowerCase();
    if (styled === 'rtl') return 'auto';
  }
  return 'ltr';
}
