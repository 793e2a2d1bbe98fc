import { cantTell, failed, siteCheck, type Check } from '../check.ts';
import { askedTarget, isDead } from '../link-target.ts';
import { outcomeText } from '../outcome-text.ts';
import { cut, fold } from '../text.ts';

interface Row {
  readonly url: string;
  readonly isHome: boolean;
  readonly links: readonly {
    readonly text: string;
    readonly to: string;
    readonly state: 'answers' | 'by-address' | 'dead' | 'silent';
    readonly why: string;
  }[];
}

/** Where opinions are given to the State: Services Publics +, and the button « Je donne mon avis » under its two names. */
const HOSTS =
  /^https?:\/\/(?:(?:www\.)?plus\.transformation\.gouv\.fr|(?:jedonnemonavis|voxusagers)\.numerique\.gouv\.fr)(?:[/?#]|$)/;
const NAME = /\bje donne mon avis\b|\bservices publics ?(?:\+|plus\b)/;
const TEXT_LENGTH = 60;
const MOST = 3;

/** The site leads to where users give their opinion: a link, and a page that answers. */
export const feedbackLink: Check = siteCheck({
  id: 'feedback-link',
  codes: {
    'no-feedback-link': {
      items: ['CTC-07'],
      severity: 'major',
      text: 'Aucune page lue ne mène à Services Publics + ni au bouton « Je donne mon avis » : ajouter ce lien au pied de page et sur les pages de démarche.',
      owner: 'template',
    },
    'dead-feedback-link': {
      items: ['CTC-07'],
      severity: 'major',
      text: 'Le lien « {text} » mène à une page qui n’existe plus : lui donner l’adresse où déposer un avis.',
    },
    'silent-feedback-link': {
      items: ['CTC-07'],
      severity: 'minor',
      text: 'Le lien « {text} » n’a pas répondu à l’audit ({why}) : l’ouvrir, et le corriger s’il ne mène pas où déposer un avis.',
      owner: 'third-party',
    },
    'named-elsewhere': {
      items: ['CTC-07'],
      severity: 'minor',
      text: 'Le lien « {text} » ne mène pas à une adresse connue de Services Publics + : l’ouvrir, et vérifier que l’on y dépose un avis.',
    },
  },
  project({ url, html }): Row | null {
    const links = html.links.flatMap((link) => {
      const to = link.url;
      if (to === null || !/^https?:/.test(to)) return [];
      if (!HOSTS.test(to) && !NAME.test(fold(link.text))) return [];
      const target = askedTarget(link);
      const state =
        target === undefined
          ? ('by-address' as const)
          : target.outcome === 'ok' || target.outcome === 'redirected'
            ? ('answers' as const)
            : isDead(target)
              ? ('dead' as const)
              : ('silent' as const);
      const why = target === undefined ? '' : outcomeText(target.outcome, target.reason);
      return [{ text: cut(link.text, TEXT_LENGTH), to, state, why }];
    });
    const isHome = html.kind === 'home';
    return links.length > 0 || isHome ? { url, isHome, links: links.slice(0, MOST) } : null;
  },
  *judge(rows, { isSingle = false }) {
    const home = rows.find(({ isHome }) => isHome);
    const all = rows.flatMap(({ url, links }) => links.map((link) => ({ url, ...link })));
    if (all.length === 0) {
      if (home && !isSingle) yield failed('no-feedback-link', {}, { url: home.url });
      return;
    }
    for (const { url, text, to, state, why } of firstOf(all)) {
      const at = { url, quote: text, cause: to };
      if (state === 'dead') yield failed('dead-feedback-link', { text }, at);
      else if (state === 'silent') yield cantTell('silent-feedback-link', { text, why }, at);
    }
    // A page of the site may well explain Services Publics +: one link that is known is enough.
    const [first] = all.filter(({ state }) => state !== 'dead');
    if (first && !all.some(({ to }) => HOSTS.test(to)))
      yield cantTell('named-elsewhere', { text: first.text }, { url: first.url, quote: first.text });
  },
});

/** One link an address: the footer repeats it on every page. */
function firstOf<Link extends { readonly to: string }>(links: readonly Link[]): Link[] {
  return [...new Map(links.toReversed().map((link) => [link.to, link])).values()];
}
