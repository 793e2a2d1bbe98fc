import type { PlaceFacts } from './facts.ts';
import type { Dom, Tag } from './read-dom.ts';
import { cut, fold } from './text.ts';

/** A sentence that tells things apart by their colour. */
export interface ColourWords extends PlaceFacts {
  readonly text: string;
  /** Whether it says that a colour alone marks something: « les champs en rouge sont obligatoires ». */
  readonly isRule: boolean;
  /** Whether it names another mark too: a star, bold type, a word in brackets. */
  readonly namesOther: boolean;
  /** Whether it speaks of a picture, where more than the colour may tell, and which may be none of this page. */
  readonly isOfPicture: boolean;
}

const COLOUR =
  '(?:rouges?|verte?s?|bleue?s?|jaunes?|orange|grise?s?|noire?s?|red|green|blue|yellow|grey|gray|black)';
const THING =
  '(?:champs?|questions?|elements?|lignes?|cases?|dates?|jours?|creneaux|zones?|mots?|textes?|liens?|communes?|produits?|demarches?|guichets?|services?|bureaux?|sites?|horaires?|desks?|offices?|counters?|fields?|items?|rows?|dates?|days?|slots?|areas?|words?|links?|questions?|options?|results?)';
const RULE = new RegExp(
  `\\b${THING}\\b[^.!?;]{0,60}\\b(?:en|in|de couleur|coloured|colored|sur fond|surligne\\w* en|highlighted in|marked in|shown in|marque\\w* en|indique\\w* en|affiche\\w* en)\\s+${COLOUR}\\b|\\b${COLOUR}\\s+(?:fields?|items?|rows?|dates?|days?|slots?|areas?|links?|options?)\\s+(?:are|is|indicate|show|mean)`,
);
const VERB =
  /\b(?:sont|est|indiqu\w+|signal\w+|signifi\w+|correspond\w+|obligatoires?|requis|disponibles?|are|is|indicate\w*|mean\w*|required|mandatory|available|must)\b/;
const OTHER =
  /\*|asterisque|etoile|gras|souligne|italique|icone|pictogramme|\((?:obligatoire|facultatif|required|optional)\)|asterisk|star|bold|underlined|icon\b/;
const PICTURE =
  /\b(?:masques?|calques?|images?|photos?|cartes?|plans?|schemas?|graphiques?|diagrammes?|figures?|pixels?|masks?|layers?|pictures?|photographs?|maps?|charts?|diagrams?|drawings?)\b/;
/** One piece of a screen, in a sentence that tells what a program does: the thing is not on this page. */
const ONE_OF_A_SCREEN = /^(?:ligne|mot|texte|element|case|zone|row|word|item)\b/;
/** The fields at fault of a form, each of which has a message of its own besides, as a rule. */
const ERRORS = /\b(?:verifi|corrig|erreur|invalide|incorrect|errone|errors?\b|invalid)/;
/** Boxes to tick, of this page where it has some, or of what its text tells of. */
const BOXES = /^cases?\b.{0,20}\bcoch/;
const MOST = 20;

/** Finds them among the short paragraphs of the main part: long texts tell of things, forms and legends give rules. */
export function readColourWords(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): ColourWords[] {
  const hasBoxes = dom.tags.some(({ attributes }) => /^(?:checkbox|radio)$/i.test(attributes['type'] ?? ''));
  return dom.paragraphs
    .flatMap(({ tag, text }) => {
      if (!tag.shown || !tag.isVisible || text.length > 400) return [];
      const folded = fold(text);
      const said = RULE.exec(folded);
      if (!said) return [];
      // What the colour means is said in the same sentence.
      const [sentence = ''] = folded.slice(said.index).split(/[.!?;]/);
      return [
        {
          text: cut(text, 300),
          isRule:
            VERB.test(sentence) &&
            !ERRORS.test(folded) &&
            !ONE_OF_A_SCREEN.test(sentence) &&
            (hasBoxes || !BOXES.test(sentence)),
          namesOther: OTHER.test(folded),
          isOfPicture: PICTURE.test(folded),
          ...placeOf(tag),
        },
      ];
    })
    .slice(0, MOST);
}
