import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import type { HtmlFacts } from '../facts.ts';
import { mainText } from '../read-passages.ts';
import { fold } from '../text.ts';

/** What editors and generators write before anybody gives a title. */
const EMPTY =
  /^(?:untitled(?: document| page)?|sans titre|(?:nouvelle )?page(?: \d+)?|new page|(?:page )?title|titre(?: de la page)?|document(?: sans (?:titre|nom))?|page web|web ?page|(?:web ?)?site|home ?page|test(?: page)?|index|default|asdf|xxx+|blank|my page|ma page|template|(?:insert|enter|add|type|your)(?: (?:your|a|the|page))* title(?: here| goes here)?|(?:inserer|inserez|saisissez|entrez|ajoutez)(?: (?:un|le|votre))? titre(?: de (?:la|votre) page)?(?: ici)?|(?:titre|title) (?:ici|here)|votre titre ici|lorem ipsum.*|undefined|null|true|false)$/;
const FILE = /^[\w%.-]+\.(?:html?|php|aspx?|jsp|pdf|docx?)$/i;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;
const HOME = /^(?:accueil|page d.accueil|home|homepage|welcome|bienvenue)$/;
/** What heads the answers to a search of the site; what is searched for comes after. */
const RESULTS =
  /^(?:(?:resultats? (?:de (?:la|votre) recherche|trouves?)|(?:your )?search results?)(?= ?(?:pour|for|:)| ?$)|(?:resultats?|results?)(?= (?:pour|for) ?[«“"'’]))/;
const SEARCH = /recherche|resultat|search|results?\b/;
/** What a site says, in words of its own choice, of a page that it cannot show. */
const TROUBLE =
  /\b(?:erreurs?|indisponibles?|introuvables?|inaccessibles?|maintenance|probleme|incident|interrompue?|(?:4|5)0\d|error|unavailable|not found)\b/;
/** Words shorter than this link anything to anything. */
const LETTERS = 4;
/** Words of its second title that a page must have before the first is said to be another’s. */
const SHARED = 2;
/** A page of fewer words is no ground to say that a title is another’s. */
const ENOUGH_WORDS = 40;

/** The title is heard first: it must say what the page is about. */
export const titleQuality: Check = pageCheck({
  id: 'title-quality',
  needs: 'html',
  codes: {
    'empty-title': {
      items: ['A11-06'],
      severity: 'major',
      text: 'Le titre de la page (« {title} ») ne dit rien de son contenu : écrire son sujet, puis le nom du site.',
      rgaa: ['8.6'],
      rgaaTests: ['8.6.1'],
      act: ['c4a8a4'],
    },
    'home-title': {
      items: ['A11-06'],
      severity: 'major',
      text: 'Le titre de cette page (« {title} ») est celui d’une page d’accueil, et elle parle d’autre chose (« {heading} ») : écrire son sujet, puis le nom du site.',
      rgaa: ['8.6'],
      rgaaTests: ['8.6.1'],
      act: ['c4a8a4'],
    },
    'results-title': {
      items: ['A11-06'],
      severity: 'major',
      text: 'Cette page donne les réponses à une recherche (« {heading} »), et son titre (« {title} ») n’en dit rien : écrire que ce sont des résultats, ce qui est cherché, puis le nom du site.',
      rgaa: ['8.6'],
      rgaaTests: ['8.6.1'],
      act: ['c4a8a4'],
    },
    'passed-over-title': {
      items: ['A11-06'],
      severity: 'major',
      text: 'La page a deux titres (balise <title>), et le premier, que les navigateurs annoncent (« {title} »), n’a aucun mot commun avec elle : l’ôter, et garder « {other} ».',
      rgaa: ['8.6'],
      rgaaTests: ['8.6.1'],
      act: ['c4a8a4'],
    },
    'other-subject': {
      items: ['A11-06'],
      severity: 'major',
      text: 'Le titre de la page (« {title} ») n’a aucun mot commun avec son contenu (« {heading} ») : écrire son sujet, puis le nom du site.',
      rgaa: ['8.6'],
      rgaaTests: ['8.6.1'],
      act: ['c4a8a4'],
    },
    'maybe-other-subject': {
      items: ['A11-06'],
      severity: 'minor',
      text: 'Le titre de la page (« {title} ») n’est pas un mot de son contenu (« {heading} ») : vérifier qu’il en dit le sujet.',
      rgaa: ['8.6'],
      rgaaTests: ['8.6.1'],
      act: ['c4a8a4'],
    },
  },
  applies: ({ html }) => html.viewOf === null && html.title !== null,
  *judge({ url, html, rendered }) {
    const title = rendered?.title.trim() || html.title || '';
    const folded = fold(title).replace(/(?<![\s.…!?:-])[\s.…!?:-]+$/u, '');
    if (
      EMPTY.test(folded) ||
      FILE.test(title.trim()) ||
      ADDRESS.test(title.trim()) ||
      // A number may be what the page is about.
      (!/\p{L}/u.test(title) && !html.headings.some(({ text }) => fold(text) === fold(title.trim())))
    ) {
      yield failed('empty-title', { title }, { quote: title, cause: title });
      return;
    }
    const heading = headOf(html);
    if (HOME.test(folded) && heading !== '' && !isHome(url, heading)) {
      yield failed('home-title', { title, heading }, { quote: title, cause: title });
      return;
    }
    const results = RESULTS.exec(fold(heading));
    if (results && !SEARCH.test(folded)) {
      // What is searched for makes a title; the name of the site, which a heading may end with, makes none.
      const [, query] = wordsOf(fold(heading).slice(results[0].length));
      if (query === undefined || !folded.includes(query)) {
        yield failed('results-title', { title, heading }, { quote: title, cause: title });
        return;
      }
    }
    const own = wordsOf(title).filter((word) => word.length >= LETTERS);
    if (own.length === 0) return;
    // One word may be a near one: « Météo » above a « Bulletin » of temperatures.
    const [subject = ''] = title.split(/\s[-–—|·]\s/);
    if (subject !== title && wordsOf(subject).length < 2) return;
    // Most titles are those of a heading: the whole text is read for the others only.
    const sharesWith = (words: readonly string[]): boolean => {
      const known = new Set(words.map(stem));
      return own.some((word) => known.has(stem(word)));
    };
    if (sharesWith(wordsOf(html.headings.map(({ text }) => text).join(' ')))) return;
    if (TROUBLE.test(folded) && TROUBLE.test(fold(heading))) return;
    const words = wordsOf(mainText(html));
    if (sharesWith(words)) return;
    const isLinked = own.some((word) => html.links.some(({ text }) => fold(text).includes(word)));
    if (isLinked) return;
    const { otherTitle: other = '' } = html;
    const known = new Set(words.map(stem));
    if (wordsOf(other).filter((word) => word.length >= LETTERS && known.has(stem(word))).length >= SHARED)
      yield failed('passed-over-title', { title, other }, { quote: title, cause: title });
    // A home page may be called as the site is.
    else if (heading !== '' && words.length >= ENOUGH_WORDS && !isHome(url, heading)) {
      const at = { quote: title, cause: title };
      // Alone, a word may be another for the same thing: « Inscription » above « Créer un compte ».
      // Without a title in the page, that of the window may be what its parts leave out.
      yield own.length === 1 || !html.headings.some(({ level, text }) => level === 1 && text !== '')
        ? cantTell('maybe-other-subject', { title, heading }, at)
        : failed('other-subject', { title, heading }, at);
    }
  },
});

/** The title of the content, or the first heading that a menu does not hold. */
function headOf({ headings }: HtmlFacts): string {
  const said = headings.filter(({ text }) => text !== '');
  const own = said.filter(({ zone }) => zone !== 'navigation');
  return (own.find(({ level }) => level === 1) ?? own[0] ?? said[0])?.text ?? '';
}

/** At the root of a site or of a part of it, or headed as a home page is. */
function isHome(url: string, heading: string): boolean {
  return (
    /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w+)?$|accueil|home/i.test(new URL(url).pathname) ||
    /accueil|bienvenue|welcome|home/i.test(heading)
  );
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Its beginning: what follows varies with number and gender. */
function stem(word: string): string {
  return word.slice(0, 5);
}
