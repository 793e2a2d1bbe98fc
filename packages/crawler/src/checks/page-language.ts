import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import { areWrittenAlike, isCertain } from '../language.ts';
import { subtag } from '../read-languages.ts';

const NAMES = new Intl.DisplayNames('fr', { type: 'language', fallback: 'none' });

/**
 * A screen reader takes its voice from the declared language. Another language
 * than French is no fault: the page may be written in it.
 */
export const pageLanguage: Check = pageCheck({
  id: 'page-language',
  needs: 'html',
  codes: {
    'no-lang': {
      items: ['A11-06'],
      severity: 'major',
      text: 'La langue de la page n’est pas indiquée : écrire lang="{code}" dans la balise <html>.',
      rgaa: ['8.3'],
      rgaaTests: ['8.3.1'],
      act: ['b5c3f8'],
      axe: ['html-has-lang'],
    },
    'xml-lang': {
      items: [],
      severity: 'minor',
      text: 'La langue de la page n’est indiquée que pour les lecteurs de XML, et les navigateurs ne la lisent pas dans une page HTML : écrire aussi lang="{code}" dans la balise <html>.',
      rgaa: ['8.3'],
      rgaaTests: ['8.3.1'],
    },
    'bad-lang': {
      items: ['A11-06'],
      severity: 'minor',
      text: 'La langue de la page est indiquée par un code qui n’existe pas : écrire lang="{code}" dans la balise <html>.',
      rgaa: ['8.4'],
      rgaaTests: ['8.4.1'],
      act: ['bf051a'],
      axe: ['html-lang-valid'],
    },
    'other-language': {
      items: ['A11-06'],
      severity: 'major',
      text: 'La page se déclare en {declared}, et son texte est en {detected} : un lecteur d’écran le lit avec la mauvaise voix. Écrire lang="{code}" dans la balise <html>.',
      rgaa: ['8.4'],
      rgaaTests: ['8.4.1'],
      act: ['ucwvc8'],
    },
    'maybe-other-language': {
      items: ['A11-06'],
      severity: 'minor',
      text: 'La page se déclare en {declared}, et son texte semble en {detected} : vérifier la langue indiquée dans la balise <html>.',
      rgaa: ['8.4'],
      rgaaTests: ['8.4.1'],
    },
  },
  applies: ({ html }) => html.viewOf === null,
  *judge(page) {
    const { lang } = page.html;
    const detected = contentOf(page)?.languages.main;
    // What to write: the language of the text, French when there is too little of it to tell.
    const code = detected && isCertain(detected) ? detected.language : 'fr';
    if (!lang?.trim()) {
      // RGAA takes a language that stands around each text as well as that of the whole page.
      const { isCovered, xmlOnly } = contentOf(page)?.languages ?? {};
      if (!isCovered && xmlOnly) yield cantTell('xml-lang', { code });
      else if (!isCovered) yield failed('no-lang', { code });
    }
    // What follows the language, a region or a script, is passed over when it is not known: the voice is found.
    else if (hasBadCode(lang)) yield failed('bad-lang', { code }, { quote: `lang="${lang}"`, cause: lang });
    const declared = subtag(lang ?? '');
    if (!detected || !isLanguage(declared) || isClose(declared, detected.language)) return;
    const params = {
      declared: nameOf(declared),
      detected: nameOf(detected.language),
      code: detected.language,
    };
    const at = { quote: `lang="${lang ?? ''}"`, cause: `${declared} ${detected.language}` };
    if (isCertain(detected)) yield failed('other-language', params, at);
    else if (detected.margin >= DOUBT) yield cantTell('maybe-other-language', params, at);
  },
});

/** Whether a language is given by a code that no language has. */
export function hasBadCode(lang: string): boolean {
  return lang.trim() !== '' && !isLanguage(subtag(lang));
}

/** Guesses closer than this are no doubt. */
const DOUBT = 0.2;

/** Those that are not taken for a neighbour: Occitan reads as Spanish, Alsatian as German, Galician as Portuguese. */
const APART = new Set(
  'fr en es de it pt nl ar ru uk el he zh ja ko da sv nb no fi pl cs hu ro tr'.split(' '),
);

function isClose(declared: string, detected: string): boolean {
  return declared === detected || !APART.has(declared) || areWrittenAlike(declared, detected);
}

function nameOf(language: string): string {
  return NAMES.of(language) ?? language;
}

/** Nearly every three-letter code is some language's, too rare for the list of names: gcf is Guadeloupean Creole. */
function isLanguage(tag: string): boolean {
  try {
    const { language } = new Intl.Locale(tag);
    return language.length === 3 || NAMES.of(language) !== undefined;
  } catch {
    return false;
  }
}
