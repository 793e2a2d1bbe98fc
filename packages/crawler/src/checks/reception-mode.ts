import { isSame } from '../booking-pages.ts';
import { siteCheck, type Check } from '../check.ts';
import { ownTitle } from '../own-title.ts';
import { cut, fold } from '../text.ts';

interface Row {
  readonly url: string;
  readonly title: string;
  readonly isGiven: boolean;
  readonly quote: string | null;
}

const QUOTE_LENGTH = 130;
const MODE =
  /\b(?:sur|sans|avec) (?:rendez[ -]?vous|rdv)\b|\bprendre (?:un )?(?:rendez[ -]?vous|rdv)\b|\bconvocations?\b|\bconvoque\w*\b|\bse presenter\b|\bau guichet\b|\bexclusivement en ligne\b|\buniquement en ligne\b|\bpar (?:courrier|voie postale)\b/;

/** How each procedure receives is for a person to read: the pages to open, and what they say of it. */
export const receptionMode: Check = siteCheck<never, Row>({
  id: 'reception-mode',
  codes: {},
  items: ['ACC-10'],
  project({ url, html }, { config }): Row | null {
    const isGiven = config.procedures.some(({ page }) => page !== undefined && isSame(page, url));
    if (!isGiven && html.kind !== 'procedure') return null;
    const told = html.passages.find(
      ({ text, inMain }) =>
        inMain &&
        /rdv|rendez|convo|pr[ée]sent|guichet|ligne|courrier|postale/i.test(text) &&
        MODE.test(fold(text)),
    );
    return { url, title: ownTitle(html), isGiven, quote: told ? cut(told.text, QUOTE_LENGTH) : null };
  },
  *propose(rows, { config }) {
    const given = rows.filter(({ isGiven }) => isGiven);
    const pages = (given.length > 0 ? given : rows).toSorted(
      (a, b) => Number(a.quote !== null) - Number(b.quote !== null),
    );
    const silent = pages.filter(({ quote }) => quote === null).length;
    yield {
      item: 'ACC-10',
      answer: 'a_verifier',
      why: `Lire ces pages de démarche${config.procedures.length === 0 ? ' (renseigner « procedures » dans qualepref.yml pour les choisir)' : ''} : sait-on sans hésiter si l’on est reçu sur rendez-vous, sur convocation, librement ou pas du tout ? ${silent === 0 ? 'Chacune en dit quelque chose.' : `${String(silent)} n’en disent rien que l’audit ait reconnu : elles viennent d’abord.`} Conforme si c’est écrit partout, et conforme à l’organisation actuelle.`,
      excerpts: pages.map(({ url, title, quote }) => ({
        ...{ url, about: title },
        ...(quote === null ? {} : { quote }),
      })),
    };
  },
});
