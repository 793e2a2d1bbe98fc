import type { PlaceFacts } from './facts.ts';
import { textBetween, type Dom, type Tag } from './read-dom.ts';
import { plain } from './read-text.ts';
import { Signs, type Sign } from './sign.ts';

export type CaptionSign =
  'figure-of-several' | 'figure-without-role' | 'figure-without-name' | 'caption-apart' | 'named-caption';

const IMAGE = /^(?:img|svg|canvas|object|embed)$/;
const CAPTION = /(?:^|[-_])(?:caption|legende|credit-?photo|wp-caption-text)(?:$|[-_])/i;

/** What names a caption of an image and nothing else. */
const NAMED =
  /^(?:wp-caption-text|(?:image|img|photo|picture|figure)[-_]{0,2}(?:caption|legende)|(?:caption|legende)[-_](?:image|img|photo|text))$/i;

/** Images with a caption that assistive technologies do not tie to them. */
export function readCaptions(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): Sign<CaptionSign>[] {
  const signs = new Signs<CaptionSign>(placeOf);
  let left = 200;
  for (const tag of dom.tags) {
    if (!tag.isVisible || !tag.isExposed) continue;
    if (tag.name === 'figure') {
      const caption = tag.children.find(({ name }) => name === 'figcaption');
      const images = caption && left-- > 0 ? imagesOf(dom, tag) : [];
      // An image without an alternative only goes with the words: a person is asked about it elsewhere.
      if (!caption || images.every(isMute) || holdsOther(dom, tag)) continue;
      const text = textBetween(dom, caption.start, caption.end, 200);
      if (text === '') continue;
      const { role, 'aria-label': label, 'aria-labelledby': labelledBy } = tag.attributes;
      const isTold = /^(?:figure|group)$/.test(role?.trim() ?? '');
      if (!isTold && images.length > 1) signs.add('figure-of-several', tag, { quote: text, about: text });
      else if (!isTold) signs.add('figure-without-role', tag, { quote: text, about: text });
      else if (labelledBy === undefined && (label === undefined || !tells(plain(label), plain(text))))
        signs.add('figure-without-name', tag, { quote: text, about: text });
    } else if (tag.name !== 'figcaption' && tag.classes.some((word) => CAPTION.test(word)) && tag.hasText) {
      const siblings = tag.parent?.children ?? [];
      const before = left-- > 0 ? siblings[siblings.indexOf(tag) - 1] : undefined;
      const isUnder =
        before &&
        (IMAGE.test(before.name) || imagesOf(dom, before).length > 0) &&
        !/^(?:figure|table)$/.test(tag.parent?.name ?? '');
      const text = textBetween(dom, tag.start, tag.end, 200);
      const sign = tag.classes.some((word) => NAMED.test(word)) ? 'named-caption' : 'caption-apart';
      if (isUnder) signs.add(sign, tag, { quote: text, about: text });
    }
  }
  return signs.found;
}

/** Whether a name takes up a caption, or all of it but a link that follows. */
function tells(name: string, caption: string): boolean {
  return name.includes(caption.slice(0, 30)) || (name.length >= 5 && caption.startsWith(name));
}

/** What a caption is of, where an image only goes with it: a quotation, a table, a text as it was typed. */
function holdsOther({ items }: Dom, { start, end }: Tag): boolean {
  return items
    .slice(start, Math.min(end, start + 100))
    .some(
      (item) => typeof item === 'object' && /^(?:blockquote|table|pre|video|audio|iframe)$/.test(item.name),
    );
}

function imagesOf({ items }: Dom, { start, end }: Tag): Tag[] {
  return items
    .slice(start, Math.min(end, start + 100))
    .filter((item): item is Tag => typeof item === 'object' && IMAGE.test(item.name) && item.isExposed);
}

function isMute({ name, attributes }: Tag): boolean {
  return name === 'img' && attributes['alt']?.trim() === '' && attributes['aria-label'] === undefined;
}
