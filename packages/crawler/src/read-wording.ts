import type { PlaceFacts } from './facts.ts';
import { closest, nameOf, tagsBetween, textBetween, type Dom, type Tag } from './read-dom.ts';
import { wordsOf } from './read-text.ts';
import { Signs, type Sign } from './sign.ts';
import { fold } from './text.ts';

export type WordingSign =
  | 'control-by-place'
  | 'control-by-colour'
  | 'maybe-by-place'
  | 'maybe-by-colour'
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
  "(?!\\w| ?(?:[«\"“'(:]|intitul|nomm|libell|appel|label|named|called|marked|titled|pour (?:le|la) lien|d'\\w{4}|de (?!la|votre|cette|l'|droite|gauche)\\w{4}))";

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
    /\bci-contre\b|\b(?:colonne|menu|navigation|encadre|bloc|image|photo|carte|tableau|schema) (?:de|a|sur la) (?:la )?(?:droite|gauche)\b|\b(?:column|menu|navigation|box|panel|sidebar|image|picture) (?:on|to) the (?:left|right)\b|\b(?:left|right)-hand (?:column|menu|side)\b/,
  ],
  [
    'maybe-by-place',
    new RegExp(
      `\\b(?:voir|reportez-vous|consultez|see|refer to|use|utilisez) [^.]{0,40}\\b(?:a (?:droite|gauche)|on the (?:right|left))\\b`,
    ),
  ],
];

const SHAPES = '(star|triangle|circle|square|diamond|etoile|cercle|carre|losange)';
/** A place told by a shape that is drawn there: « underneath the star », « sous l’étoile ». */
const BY_SHAPE = new RegExp(
  `\\b(?:look|looking|find|found|see|click|voir|voyez|regard\\w*|trouv\\w*|cliqu\\w*)\\b[^.]{0,80}\\b(?:(?:underneath|under|beneath|below|above|behind|next to|beside) the|(?:sous|derriere) (?:le |la |l')|(?:au-dessous|au-dessus|a cote) (?:du |de la |de l')) ?${SHAPES}\\b`,
);

/** A reader is told to do something. */
const ORDER = new RegExp(`\\b(?:${VERB_FR}|${VERB_EN}|trouve[rz]|voir|voyez|find|see|look)\\b`);

/** How a passage says that the thing looks. */
const LOOKS = new RegExp(`\\b(?:${SHAPE_FR}|${SHAPE_EN}|${COLOUR_FR}|${COLOUR_EN})\\b`, 'g');

/** Manuals describe the windows of other programs, which show the names that they leave out. */
const ELSEWHERE =
  /\b(?:(?:de|a) l'ecran|de (?:la|cette) fenetre|de l'application|du logiciel|(?:of|on) the (?:screen|window|application))\b/;

/** What a manual of a program speaks of, and a page that is filled in hardly ever. */
const PROGRAM =
  /\b(?:double-cli(?:c|qu)\w*|glisser-deposer|glissez|barres? d'outils?|boites? de dialogue|curseur|raccourcis? clavier|logiciels?|onglets?|menus? \w+ ?[>›»] ?\w+|touches? (?:majuscule|maj|ctrl|alt|echap|entree)|toolbars?|dialog box|keyboard shortcuts?)\b/g;

/** The place of one thing by another, which has a name: « à droite du curseur ». */
const BESIDE =
  /^ (?:du |de la |de l'|des )(?!page|ecran|fenetre|site|formulaire|texte|ligne|liste|tableau|titre)\w{3}/;

/** Another way to do it, in the same sentence: « ou utilisez les flèches du clavier ». */
const OTHERWISE =
  /^[^.;]{0,40}\b(?:ou|or) (?:bien )?(?:utilis|appuy|press|tap|use\b|(?:par |avec )?(?:la|les|the) (?:touche|key|fleches? du))/;

/** What the same sentence numbers in a picture: « (point 3) ». */
const NUMBERED =
  /^[^.;]{0,60}\((?:voir |cf\.? )?(?:points?|reperes?|numeros?|n°|fleches?|figures?|fig\.?) ?\d/;

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
    const match = found?.[1].exec(folded);
    const passage = match?.[0] ?? '';
    // As it is written, accents and all, where each character folds by itself.
    const at = match?.index ?? 0;
    const said = folded.length === text.length ? text.slice(at, at + passage.length) : passage;
    if (found && !isName(dom, passage.match(LOOKS) ?? [])) {
      // What the text leaves out, a picture in it shows: « le bouton [loupe] à gauche ».
      const isShown = tagsBetween(dom, start, end).some(({ name }) => /^(?:img|svg|picture)$/.test(name));
      signs.add(isShown ? 'maybe-by-place' : signOf(dom, folded, found[0], passage), tag, {
        quote: text,
        about: said,
        cause: passage,
      });
    }
    const shape = BY_SHAPE.exec(folded);
    if (shape && !/[«"“]/.test(text) && !isToldAs(dom, shape[1] ?? ''))
      signs.add('control-by-place', tag, { quote: text, about: shape[0], cause: shape[0] });
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

/** A menu is found by what it is, where the page has one only or calls one so: else its place alone tells it. */
function signOf(dom: Dom, text: string, sign: WordingSign, passage: string): WordingSign {
  if (sign === 'control-by-colour') return isManual(dom) ? 'maybe-by-colour' : sign;
  const after = text.slice(text.indexOf(passage) + passage.length);
  if ([NUMBERED, BESIDE, OTHERWISE].some((told) => told.test(after)) || ELSEWHERE.test(text) || isManual(dom))
    return 'maybe-by-place';
  const thing = /\b(?:menu|navigation)\b/.exec(passage)?.[0];
  if (thing === undefined) return sign;
  const menus = dom.tags.filter((tag) => isMenu(tag) && tag.isExposed && tag.isVisible);
  const isCalled = (tag: Tag): boolean =>
    (isMenu(tag) || /^(?:h[1-6]|button|summary)$/.test(tag.name)) &&
    wordsOf(nameOf(dom, tag, 200)).includes(thing);
  if (menus.length === 1 || dom.tags.some((tag) => tag.isExposed && isCalled(tag))) return 'maybe-by-place';
  const at = text.indexOf(passage);
  return ORDER.test(text.slice(Math.max(0, at - 40), at + passage.length)) ? 'control-by-place' : sign;
}

/** Whether the page has nothing to press or to fill in, and speaks of several things that programs have: the control is theirs. */
function isManual(dom: Dom): boolean {
  if (dom.tags.some((tag) => tag.isExposed && isCommand(tag) && !closest(tag, isAround))) return false;
  const told = new Set<string>();
  for (const { start, end } of dom.paragraphs) {
    for (const [word] of fold(textBetween(dom, start, end, 2_000)).matchAll(PROGRAM))
      told.add(word.replace(/s$/, ''));
    if (told.size >= 3) return true;
  }
  return false;
}

function isCommand({ name, attributes }: Tag): boolean {
  return (
    /^(?:button|input|select|textarea|summary)$/.test(name) ||
    /^(?:button|tab|checkbox|textbox|combobox|menuitem)$/.test(attributes['role']?.trim() ?? '')
  );
}

/** What is around the contents: a menu, a field of search. */
function isAround(tag: Tag): boolean {
  return (
    isMenu(tag) ||
    /^(?:header|footer|search)$/.test(tag.name) ||
    /^(?:banner|search|contentinfo)$/.test(tag.attributes['role']?.trim() ?? '')
  );
}

function isMenu({ name, attributes }: Tag): boolean {
  return name === 'nav' || attributes['role']?.trim() === 'navigation';
}

/** Whether a control is called by these words too, « Bouton rond »: who cannot see it finds it by them. */
function isName(dom: Dom, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  return dom.tags.some((tag) => {
    if (!/^(?:a|button|input|summary)$/.test(tag.name) || !tag.isExposed) return false;
    const own = new Set(wordsOf(nameOf(dom, tag, 200)));
    return words.every((word) => own.has(word));
  });
}

/** Whether something of the page bears this word as its name or its title, by which it is found. */
function isToldAs(dom: Dom, word: string): boolean {
  return dom.tags.some(
    (tag) =>
      tag.isExposed &&
      (/^(?:h[1-6]|a|button|img|iframe|svg|summary|legend|caption)$/.test(tag.name) ||
        tag.attributes['aria-label'] !== undefined) &&
      wordsOf(nameOf(dom, tag, 200)).some((one) => one.startsWith(word)),
  );
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
  const isAllSigns =
    lines.length >= 3 &&
    signs >= 20 &&
    signs / raw.replace(/\s/g, '').length > 0.6 &&
    // Lists of values have as many signs: « a = ["x", "y"] ».
    (raw.match(/["',;=]/g)?.length ?? 0) <= signs / 2 &&
    words <= lines.length / 2;
  return isAllSigns || hasDrawnLines(lines);
}

/** Lines in a row without a letter or a figure, whose strokes lean both ways, among others that are read. */
function hasDrawnLines(lines: readonly string[]): boolean {
  let drawn = '';
  let rows = 0;
  for (const line of [...lines, 'end']) {
    const bare = line.replace(/\s/g, '');
    if (bare.length >= 5 && !/[\p{L}\p{N}]/u.test(bare)) {
      drawn += bare;
      rows++;
      continue;
    }
    // Frames of a table have strokes that stand or lie, the ends of blocks of code few signs.
    const isDrawn = drawn.includes('/') && drawn.includes('\\') && new Set(drawn).size >= 4;
    if (rows >= 2 && drawn.length >= 15 && isDrawn) return true;
    [drawn, rows] = ['', 0];
  }
  return false;
}
