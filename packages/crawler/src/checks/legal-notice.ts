import { cantTell, failed, siteCheck, type Check } from '../check.ts';
import { quoteOf } from '../passage-quote.ts';
import { mainText } from '../read-passages.ts';
import { fold } from '../text.ts';

/** What the law (LCEN, article 1-1) asks of a public body's site, and the folded words that show it. */
const REQUIRED: readonly { readonly name: string; readonly words: RegExp }[] = [
  { name: 'l’éditeur du site', words: /\b(?:edit(?:eur|rice)|edite par|edition du site)\b/ },
  {
    name: 'le directeur ou la directrice de la publication',
    words: /\b(?:direct(?:eur|rice)|responsable|direction) (?:de |d')?(?:la )?publication\b/,
  },
  { name: 'l’hébergeur', words: /\bheberg(?:eur|e|ee|ement)\b/ },
];
const PHONE = /(?:\+33|\b0)[ .(0)-]{0,5}[1-9](?:[ .-]?\d\d){4}\b/;
const POSTCODE = /\b\d{2} ?\d{3} \p{L}/u;
const LIST = new Intl.ListFormat('fr');
const QUOTE_LENGTH = 160;

/**
 * A visitor must be able to tell who publishes the site, who answers for it and
 * who hosts it. A word found proves nothing of what it introduces: a person
 * still reads the page.
 */
export const legalNotice: Check = siteCheck({
  id: 'legal-notice',
  codes: {
    'no-page': {
      items: ['ETA-03'],
      severity: 'major',
      text: 'Aucune page de mentions légales n’a été trouvée sur le site : la publier, avec un lien « Mentions légales » au pied de chaque page.',
    },
    'unread-page': {
      items: ['ETA-03'],
      severity: 'major',
      text: 'La page de mentions légales n’a pas pu être lue : l’ouvrir, et vérifier qu’elle nomme l’éditeur, le directeur de la publication et l’hébergeur.',
    },
    'missing-words': {
      items: ['ETA-03'],
      severity: 'major',
      text: 'Les mentions légales ne nomment pas {missing} : compléter la page.',
    },
    'missing-contact': {
      items: ['ETA-03'],
      severity: 'minor',
      text: 'Les mentions légales ne semblent pas donner {missing} : vérifier que l’éditeur et l’hébergeur ont chacun leurs coordonnées, et compléter la page.',
    },
  },
  project({ url, html }) {
    const isLegal = html.kind === 'legal';
    const text = isLegal ? fold(mainText(html)) : '';
    return {
      url,
      isHome: html.kind === 'home',
      isLegal,
      leadsToLegal: html.links.some((link) => fold(link.text).startsWith('mentions legales')),
      names: REQUIRED.filter(({ words }) => words.test(text)).map(({ name }) => name),
      hasPhone: PHONE.test(text),
      hasAddress: POSTCODE.test(text),
      quotes: isLegal
        ? REQUIRED.flatMap(({ name, words }) => {
            const quote = quoteOf(html.passages, words, QUOTE_LENGTH);
            return quote === null ? [] : { name, quote };
          })
        : [],
    };
  },
  *judge(pages, { pinned }) {
    const legal = pages.filter(({ isLegal }) => isLegal);
    const [first] = legal;
    if (!first) {
      const home = pages.find(({ isHome }) => isHome) ?? pages[0];
      if (!home) return;
      const exists = pinned.legal !== undefined || pages.some(({ leadsToLegal }) => leadsToLegal);
      if (exists) yield cantTell('unread-page', {}, { url: pinned.legal ?? home.url });
      else yield failed('no-page', {}, { url: home.url });
      return;
    }
    const at = { url: first.url };
    const missing = REQUIRED.map(({ name }) => name).filter(
      (name) => !legal.some(({ names }) => names.includes(name)),
    );
    if (missing.length > 0) yield failed('missing-words', { missing: LIST.format(missing) }, at);
    const contact = [
      ...(legal.some(({ hasAddress }) => hasAddress) ? [] : ['d’adresse postale']),
      ...(legal.some(({ hasPhone }) => hasPhone) ? [] : ['de numéro de téléphone']),
    ];
    if (contact.length > 0) yield cantTell('missing-contact', { missing: contact.join(' ni ') }, at);
  },
  *propose(pages, { pinned, config }) {
    const item = 'ETA-03';
    const legal = pages.filter(({ isLegal }) => isLegal);
    const [first] = legal;
    if (!first) {
      const url = pinned.legal ?? pages.find(({ isHome }) => isHome)?.url ?? config.site.address;
      yield {
        item,
        answer: 'a_verifier',
        why: 'Les mentions légales n’ont pas été lues : les ouvrir depuis le pied de page, et y chercher l’éditeur, le directeur de la publication et l’hébergeur.',
        excerpts: [{ url }],
      };
      return;
    }
    const excerpts = legal.flatMap(({ url, quotes }) =>
      quotes.map(({ name, quote }) => ({ url, about: capital(name), quote })),
    );
    const missing = REQUIRED.map(({ name }) => name).filter(
      (name) => !legal.some(({ names }) => names.includes(name)),
    );
    yield missing.length > 0
      ? {
          item,
          answer: 'non_conforme',
          why: `Les mots qui annoncent ${LIST.format(missing)} ne se lisent pas dans les mentions légales.`,
          excerpts: excerpts.length > 0 ? excerpts : [{ url: first.url }],
        }
      : {
          item,
          answer: 'conforme',
          why: 'L’éditeur, la direction de la publication et l’hébergeur sont annoncés : lire si chacun est bien nommé, et à jour.',
          excerpts,
        };
  },
});

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
