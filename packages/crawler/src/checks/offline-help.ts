import { siteCheck, type Check } from '../check.ts';
import { isContactPage } from '../contact-pages.ts';
import { ownTitle } from '../own-title.ts';
import { postalAddressesIn } from '../text-addresses.ts';
import { phonesIn } from '../text-phones.ts';
import { cut, fold } from '../text.ts';

interface Row {
  readonly url: string;
  readonly title: string;
  readonly kind: 'procedure' | 'contact' | 'other';
  /** Help without the internet, with what it takes to reach it. */
  readonly reachable: string | null;
  /** The same, without. */
  readonly named: string | null;
}

const QUOTE_LENGTH = 120;
const HELP =
  /\b(?:maisons? france services?|(?:espaces? |points? )?france services?|points? numeriques?|conseillers? numeriques?|mediateurs? numeriques?|sans (?:acces a )?(?:l')?internet|pas (?:acces )?(?:a )?(?:l')?internet|(?:difficultes?|aise|mal a l'aise) (?:avec|pour).{0,40}(?:internet|numerique|en ligne|ordinateur)|aide (?:au|a la|pour).{0,40}(?:en ligne(?! de commande)|numerique)|besoin d'aide|accompagn\w+.{0,60}(?:demarche|en ligne|numerique|guichet))\b/;
const DESK = /\b(?:au guichet|guichets?|sur place|un agent|a l'accueil|par telephone|permanences?)\b/;

/** Whoever can't use the internet is told of help elsewhere, and how to reach it (Services Publics +, engagement 2). */
export const offlineHelp: Check = siteCheck<never, Row>({
  id: 'offline-help',
  codes: {},
  items: ['ACC-13'],
  project(page, { config }): Row | null {
    const { url, html } = page;
    const isContact = isContactPage(page, config);
    let reachable: string | null = null;
    let named: string | null = null;
    for (const { text, inMain, inSheet } of html.passages) {
      if (!inMain || inSheet || !/france serv|num[ée]ri|internet|aide|accompagn/i.test(text)) continue;
      const folded = fold(text);
      if (!HELP.test(folded)) continue;
      const phones = phonesIn(text).filter(({ tariff }) => tariff === 'ordinary' || tariff === 'free');
      const links = html.links.some(
        (link) =>
          link.text.length > 3 &&
          link.zone !== 'header' &&
          link.zone !== 'footer' &&
          text.includes(link.text) &&
          HELP.test(fold(link.text)),
      );
      const quote = cut(text, QUOTE_LENGTH);
      if (phones.length > 0 || links || DESK.test(folded) || postalAddressesIn(text).length > 0)
        reachable ??= quote;
      else named ??= quote;
    }
    if (reachable === null && named === null) return null;
    const kind = isContact ? 'contact' : html.kind === 'procedure' ? 'procedure' : 'other';
    return { url, title: ownTitle(html), kind, reachable, named };
  },
  *propose(rows) {
    const item = 'ACC-13';
    const due = rows.filter(({ kind }) => kind !== 'other');
    const excerpts = [...due, ...rows.filter(({ kind }) => kind === 'other')]
      .toSorted((a, b) => Number(a.reachable === null) - Number(b.reachable === null))
      .map(({ url, title, reachable, named }) => ({ url, about: title, quote: reachable ?? named ?? '' }));
    if (due.some(({ reachable }) => reachable !== null))
      yield {
        item,
        answer: 'conforme',
        why: 'Des pages de démarche ou de contact nomment une aide hors d’internet, avec de quoi la joindre : vérifier qu’elle est réelle, et qu’on la trouve aussi sur les autres démarches en ligne.',
        excerpts,
      };
    else if (rows.length > 0)
      yield {
        item,
        answer: 'a_verifier',
        why: 'Une aide hors d’internet est nommée, sans être sur une page de démarche ou de contact avec de quoi la joindre : ajouter un numéro, un guichet ou un lien.',
        excerpts,
      };
    else
      yield {
        item,
        answer: 'non_conforme',
        why: 'Aucune page lue ne propose d’aide à qui ne peut pas se servir d’internet : nommer un guichet, un téléphone ou une maison France services.',
        excerpts,
      };
  },
});
