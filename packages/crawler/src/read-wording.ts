import type { PlaceFacts } from './facts.ts';
import { closest, textBetween, type Dom, type Tag } from './read-dom.ts';
import { Signs, type Sign } from './sign.ts';
import { fold } from './text.ts';

export type WordingSign =
  | 'control-by-place'
  | 'control-by-colour'
  | 'maybe-by-place'
  | 'drawing-of-signs'
  | 'face-of-signs'
  | 'long-quote';

const THING_FR =
  '(?:boutons?|liens?|icones?|images?|cases?|menus?|onglets?|champs?|fleches?|logos?|pictogrammes?|zones?|colonnes?|encadres?|blocs?|panneaux?|rubriques?|barres?|cadres?)';
const THING_EN =
  '(?:buttons?|links?|icons?|images?|box(?:es)?|boxes|menus?|tabs?|fields?|arrows?|panels?|columns?|controls?|shapes?|options?|bars?)';
const VERB_FR = '(?:cliqu|appuy|selectionn|utilis|press|choisi|press|remplis|coch|ouvr|suiv|activ)\\w*';
const VERB_EN = '(?:click|press|select|use|tap|choose|push|hit|check|follow|activate|open|fill in|complete)';
const COLOUR_FR =
  '(?:rouges?|verte?s?|bleue?s?|jaunes?|oranges?|grise?s?|noire?s?|blanche?s?|blancs?|violette?s?|violets?|roses?|marrons?)';
const COLOUR_EN = '(?:red|green|blue|yellow|orange|grey|gray|black|white|purple|pink|brown)';
const SHAPE_FR =
  '(?:ronde?s?|rond|carree?s?|triangulaires?|rectangulaires?|ovales?|circulaires?|gros(?:se)?s?|grande?s?|petite?s?)';
const SHAPE_EN =
  '(?:round|square|triangular|rectangular|oval|circular|large|big|small|left|right|right-hand|left-hand|top|bottom)';
const PLACE_FR =
  "(?:(?:situee?s?|placee?s?|qui se trouve|present\\w*|affichee?s?) )?(?:(?:en haut|en bas|tout en haut|tout en bas)(?: (?:a|de|du) (?:la |l'|votre )?\\w+){0,3}|(?:a|de|sur la|sur votre|a votre|dans la colonne de|sur le cote) ?(?:la |cote |)?(?:droite?|gauche)|ci-contre)";
const PLACE_EN =
  '(?:(?:located|placed|shown|found|that is|which is) )?(?:(?:on|at|to|in) (?:the|your) (?:far |upper |lower |top |bottom )?(?:right|left|top|bottom|corner|side)(?:[- ]hand side)?(?: of (?:the |this |your )?\\w+)?)';
/** What follows names the thing after all. */
const NAMED =
  '(?!\\w| ?(?:[«"“\'(:]|intitul|nomm|libell|appel|label|named|called|marked|titled|pour (?:le|la) lien))';

const SENTENCES: readonly (readonly [WordingSign, RegExp])[] = [
  [
    'control-by-colour',
    new RegExp(
      `\\b${VERB_FR} (?:sur )?(?:le |la |l'|les |un |une )${THING_FR} (?:en |de couleur )?${COLOUR_FR}${NAMED}`,
    ),
  ],
  [
    'control-by-colour',
    new RegExp(
      `\\b${VERB_EN} (?:on )?(?:the |a |any )?(?:${SHAPE_EN} )?${COLOUR_EN} (?:${SHAPE_EN} )?${THING_EN}${NAMED}`,
    ),
  ],
  [
    'control-by-place',
    new RegExp(
      `\\b${VERB_FR} (?:sur )?(?:le |la |l'|les |un |une )${THING_FR} (?:${SHAPE_FR}|${PLACE_FR})${NAMED}`,
    ),
  ],
  [
    'control-by-place',
    new RegExp(
      `\\b${VERB_FR} (?:sur )?(?:le |la |les |un |une )(?:gros(?:se)?|grande?|petite?) ${THING_FR}${NAMED}`,
    ),
  ],
  ['control-by-place', new RegExp(`\\b${VERB_EN} (?:on )?(?:the |a |any )?${SHAPE_EN} ${THING_EN}${NAMED}`)],
  ['control-by-place', new RegExp(`\\b${VERB_EN} (?:on )?(?:the |a |any )?${THING_EN} ${PLACE_EN}${NAMED}`)],
  [
    'maybe-by-place',
    /\bci-contre\b|\b(?:colonne|menu|encadre|bloc|image|photo|carte|tableau|schema) (?:de|a|sur la) (?:la )?(?:droite|gauche)\b|\b(?:column|menu|box|panel|sidebar|image|picture) (?:on|to) the (?:left|right)\b|\b(?:left|right)-hand (?:column|menu|side)\b/,
  ],
  [
    'maybe-by-place',
    new RegExp(
      `\\b(?:voir|reportez-vous|consultez|see|refer to|use|utilisez) [^.]{0,40}\\b(?:a (?:droite|gauche)|on the (?:right|left))\\b`,
    ),
  ],
];

/** A word without which none of them is said: one search instead of eight. */
const HINT = new RegExp(`\\b(?:${VERB_FR}|${VERB_EN})|ci-contre|droite|gauche|left|right`);

const FACES =
  /(?:^|\s)(?:[:;=8][-^o']?[()|\\/[\]DPp](?=\s|[.,!?]|$)|¯\\_\(ツ\)_\/¯|<3(?=\s|$)|\^\^(?=\s|[.,!?]|$)|[xX]D(?=\s|[.,!?]|$))/u;
/** Characters of a quotation that would be a block of its own. */
const LONG = 160;

/** Passages that tell by shape, place or colour alone, signs that draw something, quotations that are not marked. */
export function readWording(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): Sign<WordingSign>[] {
  const signs = new Signs<WordingSign>(placeOf);
  for (const { tag, start, end } of dom.paragraphs) {
    if (!tag.isVisible || !tag.shown) continue;
    const text = textBetween(dom, start, end, 2_000);
    const folded = fold(text);
    const found = HINT.test(folded) ? SENTENCES.find(([, pattern]) => pattern.test(folded)) : undefined;
    if (found) {
      const passage = found[1].exec(folded)?.[0] ?? '';
      signs.add(found[0], tag, { quote: text, about: passage, cause: passage });
    }
    const face = FACES.exec(text)?.[0].trim();
    if (face !== undefined && !closest(tag, isCode) && !hasTitle(dom, start, end))
      signs.add('face-of-signs', tag, { quote: text, about: face, cause: face });
    if (
      /^[«“"].*[»”"]\.?$/s.test(text) &&
      text.length >= LONG &&
      text.length < 2_000 &&
      !closest(tag, ({ name }) => /^(?:blockquote|q|figure|li|td)$/.test(name))
    )
      signs.add('long-quote', tag, { quote: text });
  }
  let left = 100;
  for (const tag of dom.tags) {
    if (
      (tag.name !== 'pre' && tag.attributes['role'] !== 'img') ||
      left-- <= 0 ||
      !tag.isVisible ||
      !tag.isExposed
    )
      continue;
    if (tag.name === 'pre' && isDrawing(dom, tag))
      signs.add('drawing-of-signs', tag, { quote: textBetween(dom, tag.start, tag.end, 100) });
  }
  return signs.found;
}

function isCode({ name }: Tag): boolean {
  return /^(?:pre|code|samp|kbd|textarea)$/.test(name);
}

function hasTitle({ items }: Dom, start: number, end: number): boolean {
  return items
    .slice(start, Math.min(end, start + 500))
    .some(
      (item) =>
        typeof item === 'object' && (item.attributes['title'] ?? item.attributes['aria-label']) !== undefined,
    );
}

/** Lines of signs among which there are hardly any words, without a name. */
function isDrawing(dom: Dom, tag: Tag): boolean {
  const named = ['title', 'aria-label', 'aria-labelledby', 'aria-describedby'];
  if (
    closest(
      tag,
      ({ name, attributes }) =>
        name === 'figure' || named.some((attribute) => (attributes[attribute] ?? '').trim() !== ''),
    )
  )
    return false;
  const raw = dom.items
    .slice(tag.start, Math.min(tag.end, tag.start + 2_000))
    .filter((item) => typeof item === 'string')
    .join('')
    .slice(0, 5_000);
  const lines = raw.split('\n').filter((line) => /\S/.test(line));
  const signs = raw.match(/[^\s\p{L}\p{N}]/gu)?.length ?? 0;
  const words = raw.match(/\p{L}{4,}/gu)?.length ?? 0;
  // Code has signs too, but names between them.
  return (
    lines.length >= 3 &&
    signs >= 20 &&
    signs / raw.replace(/\s/g, '').length > 0.6 &&
    words <= lines.length / 2
  );
}
