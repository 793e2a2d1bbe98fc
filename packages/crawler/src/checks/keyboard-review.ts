import { siteCheck, type Check } from '../check.ts';
import type { HtmlFacts } from '../facts.ts';
import type { KeyboardFacts } from '../passes/keyboard.ts';
import type { Excerpt } from '../proposal.ts';
import { cut, fold } from '../text.ts';
import { plural } from '../reports/french.ts';

type Part = 'menu' | 'contact' | 'booking';

interface Row {
  readonly url: string;
  readonly parts: readonly Part[];
  readonly stops: number;
  readonly isComplete: boolean;
  /** What goes wrong, the gravest first, with the element. */
  readonly faults: readonly { readonly text: string; readonly html: string }[];
  readonly isTried: boolean;
}

const NAMES: Readonly<Record<Part, string>> = {
  menu: 'Menu (page d’accueil)',
  contact: 'Contact',
  booking: 'Rendez-vous',
};
const HTML_LENGTH = 90;
const FAULTS = 4;
const LIST = new Intl.ListFormat('fr');
const WORDS: readonly (readonly [Part, RegExp])[] = [
  ['contact', /^(?:nous )?contact|^ecri(?:re|vez)[- ]nous|^formulaire de contact/],
  ['booking', /^(?:prendre|prise de|demander) (?:un )?rendez[- ]vous|^rendez[- ]vous/],
];

/** The walk with the Tab key where readers need it most; Enter, Escape and the good sense of the order are for a person to try. */
export const keyboardReview: Check = siteCheck<never, Row>({
  id: 'keyboard-review',
  codes: {},
  items: ['A11-08'],
  project({ url, html, rendered }, { config }) {
    if (html.viewOf !== null) return null;
    const parts: Part[] = [
      ...(html.kind === 'home' ? (['menu'] as const) : []),
      ...WORDS.flatMap(([part, words]) => (namesOf(html).some((name) => words.test(name)) ? [part] : [])),
    ];
    if (url === config.pages.complaints && !parts.includes('contact')) parts.push('contact');
    if (parts.length === 0) return null;
    const walk = rendered?.passes?.keyboard;
    return {
      ...{ url, parts, isTried: walk !== undefined },
      ...{ stops: walk?.stops ?? 0, isComplete: walk?.isComplete ?? false },
      faults: walk ? faultsOf(walk) : [],
    };
  },
  *propose(rows, { config }) {
    const item = 'A11-08';
    const tried = rows.filter(({ isTried }) => isTried);
    const left = (Object.keys(NAMES) as Part[]).filter(
      (part) => !tried.some(({ parts }) => parts.includes(part)),
    );
    const toTry = left.flatMap((part) =>
      rows
        .filter(({ parts }) => parts.includes(part))
        .map(({ url }) => ({ url, about: NAMES[part], quote: 'à parcourir' })),
    );
    const faults = tried.flatMap((row) =>
      row.faults.map(({ text, html }) => ({ url: row.url, about: `${aboutOf(row)} : ${text}`, quote: html })),
    );
    const walks = tried.map((row): Excerpt => ({ url: row.url, about: aboutOf(row), quote: walkOf(row) }));
    if (faults.length > 0)
      yield {
        item,
        answer: 'non_conforme',
        why: 'La touche Tabulation a été suivie page par page : elle reste prise, ou l’on ne voit pas où elle est, sur ces éléments.',
        excerpts: [...faults, ...walks, ...toTry],
      };
    else if (left.length > 0 || tried.some(({ isComplete }) => !isComplete))
      yield {
        item,
        answer: 'a_verifier',
        why:
          left.length > 0
            ? `L’audit n’a pas suivi la touche Tabulation dans ${LIST.format(left.map((part) => `« ${NAMES[part]} »`))} : les parcourir au clavier.`
            : 'La touche Tabulation n’a pas été suivie jusqu’au bout d’une page : finir à la main.',
        excerpts: toTry.length + walks.length > 0 ? [...toTry, ...walks] : [{ url: config.site.address }],
      };
    else
      yield {
        item,
        answer: 'conforme',
        why: 'La touche Tabulation a été suivie jusqu’au bout du menu, du contact et du rendez-vous, sans rester prise et en se voyant toujours. Essayer Entrée et Échap dans ce qui s’ouvre.',
        excerpts: walks,
      };
  },
});

function namesOf({ title, headings }: HtmlFacts): string[] {
  const leaf = (title ?? '').split(/ [-–—|] /)[0] ?? '';
  return [leaf, headings.find(({ level }) => level === 1)?.text ?? ''].map(fold);
}

function aboutOf({ parts }: Row): string {
  return parts.map((part) => NAMES[part]).join(', ');
}

function walkOf({ stops, isComplete }: Row): string {
  return `${plural(stops, 'arrêt', 'arrêts')} de la touche Tabulation${isComplete ? ', jusqu’à la fin de la page' : ', puis l’audit s’est arrêté'}`;
}

function faultsOf({ traps, unmarked, unseen, dropped }: KeyboardFacts): Row['faults'] {
  const kinds = [
    { text: 'le clavier y reste pris', places: traps },
    { text: 'le clavier en est chassé', places: dropped },
    { text: 'rien ne montre qu’on y est', places: unmarked },
    { text: 'on y est sans le voir à l’écran', places: unseen },
  ];
  return kinds
    .flatMap(({ text, places }) => places.map(({ html }) => ({ text, html: cut(html, HTML_LENGTH) })))
    .slice(0, FAULTS);
}
