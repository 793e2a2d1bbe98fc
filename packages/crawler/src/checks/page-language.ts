import { failed, pageCheck, type Check } from '../check.ts';

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
      text: 'La langue de la page n’est pas indiquée : écrire lang="fr" dans la balise <html>.',
      rgaa: ['8.3'],
      rgaaTests: ['8.3.1'],
    },
    'bad-lang': {
      items: ['A11-06'],
      severity: 'minor',
      text: 'La langue de la page est indiquée par un code qui n’existe pas : écrire lang="fr" dans la balise <html>.',
      rgaa: ['8.4'],
      rgaaTests: ['8.4.1'],
    },
  },
  applies: ({ html }) => html.viewOf === null,
  *judge({ html: { lang } }) {
    if (!lang?.trim()) yield failed('no-lang');
    else if (!isLanguage(lang.trim())) yield failed('bad-lang', {}, { quote: `lang="${lang}"`, cause: lang });
  },
});

/** Nearly every three-letter code is some language's, too rare for the list of names: gcf is Guadeloupean Creole. */
function isLanguage(tag: string): boolean {
  try {
    const { language } = new Intl.Locale(tag);
    return language.length === 3 || NAMES.of(language) !== undefined;
  } catch {
    return false;
  }
}
