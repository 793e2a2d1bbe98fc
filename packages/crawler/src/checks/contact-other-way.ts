import { siteCheck, type Check } from '../check.ts';
import { isContactPage } from '../contact-pages.ts';
import { ownTitle } from '../own-title.ts';
import { postalAddressesIn } from '../text-addresses.ts';
import { phonesIn } from '../text-phones.ts';
import { cut, fold } from '../text.ts';

interface Row {
  readonly url: string;
  readonly title: string;
  /** A phone that costs no more than a call, an address, a desk. */
  readonly ways: readonly string[];
  readonly surcharged: string | null;
}

const QUOTE_LENGTH = 130;
const MOST = 3;
const DESK = /\b(?:au guichet|guichets?|a l'accueil|sur place|par (?:courrier|voie postale)|par telephone)\b/;

/**
 * Whoever can't use the form reaches somebody from the same page (Services
 * Publics +, engagement 2). And a trial message, which only a person may send.
 */
export const contactOtherWay: Check = siteCheck<never, Row>({
  id: 'contact-other-way',
  codes: {},
  items: ['CTC-05', 'CTC-06'],
  project(page, { config }): Row | null {
    if (!isContactPage(page, config)) return null;
    const { html } = page;
    const ways: string[] = [];
    let surcharged: string | null = null;
    for (const { text, inMain } of html.passages) {
      if (!inMain || ways.length >= MOST) continue;
      const tariffs = phonesIn(text).map(({ tariff }) => tariff);
      const quote = cut(text, QUOTE_LENGTH);
      if (tariffs.includes('surcharged')) surcharged ??= quote;
      if (
        tariffs.some((tariff) => tariff === 'ordinary' || tariff === 'free') ||
        postalAddressesIn(text).length > 0 ||
        DESK.test(fold(text))
      )
        ways.push(quote);
    }
    return { url: page.url, title: ownTitle(html), ways, surcharged };
  },
  *propose(rows) {
    yield {
      item: 'CTC-05',
      answer: 'a_verifier',
      why: 'En accord avec le service, envoyer un message d’essai par le formulaire (l’audit n’envoie jamais rien), noter la date et l’heure, puis celles de l’accusé de réception. Conforme s’il donne la date de réception et le service chargé de répondre.',
      excerpts: rows.map(({ url, title }) => ({ url, about: title })),
    };
    const lacking = rows.filter(({ ways }) => ways.length === 0);
    const excerpts = [
      ...lacking.map(({ url, title, surcharged }) => ({
        ...{ url, about: `${title} : rien d’autre que le formulaire` },
        ...(surcharged === null ? {} : { quote: surcharged }),
      })),
      ...rows.flatMap(({ url, title, ways }) => ways.map((quote) => ({ url, about: title, quote }))),
    ];
    if (rows.length === 0)
      yield {
        item: 'CTC-06',
        answer: 'a_verifier',
        why: 'Aucun formulaire de contact n’a été reconnu parmi les pages lues : l’ouvrir, et y chercher un téléphone, une adresse ou un guichet.',
        excerpts,
      };
    else if (lacking.length > 0)
      yield {
        item: 'CTC-06',
        answer: 'non_conforme',
        why: lacking.some(({ surcharged }) => surcharged !== null)
          ? 'Le seul autre moyen donné sur la page du formulaire est un numéro surtaxé : en donner un au prix d’un appel ordinaire.'
          : 'La page du formulaire ne donne ni téléphone, ni adresse postale, ni guichet : en ajouter un.',
        excerpts,
      };
    else
      yield {
        item: 'CTC-06',
        answer: 'conforme',
        why: 'La page du formulaire donne une autre voie : vérifier qu’elle est exacte.',
        excerpts,
      };
  },
});
