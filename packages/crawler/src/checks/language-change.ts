import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import { subtag, type PassageFacts } from '../read-languages.ts';

const NAMES = new Intl.DisplayNames('fr', { type: 'language', fallback: 'code' });
/** Below, a passage may be a name, a motto or a quotation. */
const PROVEN_LETTERS = 120;
/** A block of its own that is a sentence or two is no name. */
const BLOCK_LETTERS = 45;

/**
 * A screen reader changes its voice where the language is marked: English read
 * with a French voice is not understood.
 */
export const languageChange: Check = pageCheck({
  id: 'language-change',
  needs: 'html',
  codes: {
    'unmarked-passage': {
      items: [],
      severity: 'minor',
      text: 'Ce passage en {detected} n’est pas signalé : un lecteur d’écran le lit avec la voix de la langue de la page. Ajouter lang="{code}" sur l’élément qui le contient.',
      rgaa: ['8.7'],
      rgaaTests: ['8.7.1'],
    },
    'wrong-passage': {
      items: [],
      severity: 'minor',
      text: 'Ce passage se déclare en {declared} et il est en {detected} : écrire lang="{code}".',
      rgaa: ['8.8'],
      rgaaTests: ['8.8.1'],
      act: ['off6ek'],
    },
    'maybe-passage': {
      items: [],
      severity: 'info',
      text: 'Ce passage semble en {detected} sans que ce soit signalé : si ce n’est ni un nom propre ni une expression passée dans l’usage, ajouter lang="{code}".',
      rgaa: ['8.7'],
      rgaaTests: ['8.7.1'],
    },
  },
  applies: (page) =>
    (contentOf(page)?.languages.passages.length ?? 0) + (contentOf(page)?.languages.declared.length ?? 0) > 0,
  *judge(page) {
    const { passages = [], main = null } = contentOf(page)?.languages ?? {};
    const pageLang = subtag(page.html.lang ?? '');
    // Of an element that declares its language, each text in another is the same fault.
    const told = new Set<string>();
    for (const passage of passages) {
      const { declared, detected, isOwn, text, ...place } = passage;
      // The whole page is in another language than it says: that is one fault, and page-language tells it.
      if (!isOwn && main?.language === detected.language && main.language !== pageLang) continue;
      // What no language is declared for is the page’s affair.
      if (!isOwn && pageLang === '') continue;
      const params = {
        detected: NAMES.of(detected.language) ?? detected.language,
        declared: isKnown(declared) ? (NAMES.of(subtag(declared)) ?? declared) : declared,
        code: detected.language,
      };
      const at = { place, quote: text, cause: `${detected.language} ${text.slice(0, 60)}` };
      if (isOwn) {
        const key = `${place.selector} ${detected.language}`;
        if (isKnown(declared) && !told.has(key)) yield failed('wrong-passage', params, at);
        told.add(key);
      } else if (isProven(passage)) yield failed('unmarked-passage', params, at);
      else yield cantTell('maybe-passage', params, at);
    }
  },
});

function isProven({ detected, isBlock, isSpoken }: PassageFacts): boolean {
  if (isSpoken) return true;
  if (detected.letters >= PROVEN_LETTERS) return true;
  const { letters, words, margin, smallWords } = detected;
  // Letters tell less than small words, which the declared language has not (they were counted when it was read).
  return isBlock && letters >= BLOCK_LETTERS && words >= 9 && (margin >= 0.15 || smallWords >= 0.3);
}

/** A code that is none is another check's. */
function isKnown(declared: string): boolean {
  return /^[a-z]{2,3}$/.test(subtag(declared));
}
