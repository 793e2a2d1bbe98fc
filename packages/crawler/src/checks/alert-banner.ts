import { siteCheck, type Check } from '../check.ts';
import { cut, fold } from '../text.ts';

interface Row {
  readonly url: string;
  readonly isHome: boolean;
  readonly quote: string | null;
}

const QUOTE = 150;
const SHOWN = 5;
/** A notice of the national template, whatever it says; an urgency that one chooses, or somebody who gives the alarm, is none. */
const ALERT =
  /(?<!lanceu(?:r|se)s? d')\balertes?\b|\b(?:vigilance (?:rouge|orange|meteo)|fr-alert|(?:cas|numeros?|situations?|messages?|appels?|consignes?|informations?) d'urgences?|evenement majeur|(?:cas|cellules?|gestion|situations?) de crise|confinement|evacuation(?! des eaux))\b|^(?:urgences?|crise)\b/;

/** A plain search, to spare that one. */
const MAY_BE = /alert|vigilance|urgence|evenement majeur|crise|confinement|evacuation/;

/** Nobody but the people of the préfecture can try its emergency banner: they get the guide, and the pages to watch. */
export const alertBanner: Check = siteCheck({
  id: 'alert-banner',
  items: ['RSX-04'],
  codes: {},
  project: ({ url, html }): Row | null => {
    const isHome = html.kind === 'home';
    const said = html.passages.find(
      ({ text, kind, inMain }) => (isHome || (inMain && kind === 'heading')) && saysAlert(fold(text)),
    );
    return isHome || said ? { url, isHome, quote: said ? cut(said.text, QUOTE) : null } : null;
  },
  *propose(rows) {
    const sorted = [...rows.filter(({ isHome }) => isHome), ...rows.filter(({ isHome }) => !isHome)];
    yield {
      item: 'RSX-04',
      answer: 'a_verifier',
      why: 'Une fois par an, avec le service de la communication, faire publier puis retirer un message d’exercice, et le regarder en page d’accueil sur ordinateur et sur téléphone. Garder la date et une capture.',
      excerpts: sorted.slice(0, SHOWN).map(({ url, isHome, quote }) => ({
        ...{ url, about: isHome ? 'Page d’accueil' : 'Page sur les alertes' },
        ...(quote === null ? {} : { quote }),
      })),
    };
  },
});

function saysAlert(folded: string): boolean {
  return MAY_BE.test(folded) && ALERT.test(folded);
}
