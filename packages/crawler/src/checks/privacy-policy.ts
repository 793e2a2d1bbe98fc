import { siteCheck, type Check } from '../check.ts';
import type { HtmlFacts } from '../facts.ts';
import { quoteOf } from '../passage-quote.ts';
import type { Excerpt, Proposal } from '../proposal.ts';
import { cut, fold } from '../text.ts';

type Part = 'purpose' | 'duration' | 'rights' | 'contact';

interface Row {
  readonly url: string;
  readonly isHome: boolean;
  /** Where its links to the policy lead. */
  readonly led: string | null;
  /** Of the policy itself: what it says of each part; `null` on any other page. */
  readonly said: Readonly<Partial<Record<Part, string>>> | null;
  /** Of a legal notice that speaks of personal data: what it says of them. */
  readonly inNotice: Row['said'];
}

/** What data protection law (GDPR, article 13) has the policy say, and the folded words that show it. */
const PARTS: Readonly<Record<Part, { readonly name: string; readonly words: RegExp }>> = {
  purpose: {
    name: 'pourquoi elles sont traitées',
    words:
      /\bfinalites?\b|\b(?:servent|sert|utilisees?|traitees?|collectees?|recueillies?|necessaires?) (?:exclusivement |uniquement |seulement )?(?:a|au|aux|pour|afin|dans le but)\b/,
  },
  duration: {
    name: 'combien de temps elles sont conservées',
    words:
      /\bconserv\w{1,8}\b[^.]{0,120}\b(?:an|ans|annees?|mois|jours?|semaines?)\b|\bdurees? de conservation\b/,
  },
  rights: {
    name: 'les droits de chacun',
    words:
      /\bdroits? (?:d'acces|d'opposition|de rectification|a l'effacement)|\b(?:rectification|effacement|opposition)\b/,
  },
  contact: {
    name: 'qui contacter',
    words:
      /[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]|\bdpd\b|\bdpo\b|\bdeleguee? (?:ministerielle? )?a la protection|\bcontact(?:er|ez)\b|\becri(?:re|vez)\b/,
  },
};
const ALL = Object.keys(PARTS) as Part[];
const NAME =
  /^(?:(?:politique|charte|notice|gestion) (?:de|des|sur|relative) (?:la |les |aux )?)?(?:protection (?:de(?:s)? |de vos |de la )?)?(?:donnees (?:a caractere )?personnel(?:les)?|donnees|vie privee|confidentialite)(?: et cookies)?$/;
const CLEAR = /personnel|confidentialite|vie privee|protection/;
const NOTICE = /^(?:mentions|informations) legales\b/;
const PERSONAL = /\bdonnees (?:a caractere )?personnel/;
const NAME_LENGTH = 80;
const QUOTE_LENGTH = 160;
const LIST = new Intl.ListFormat('fr');

/** Who gives personal data is told why, how long, and whom to ask: whether the contact is the right one is for a person to tell. */
export const privacyPolicy: Check = siteCheck<never, Row>({
  id: 'privacy-policy',
  codes: {},
  items: ['ETA-04'],
  project({ url, html }) {
    if (html.viewOf !== null) return null;
    const isPolicy = html.kind !== 'home' && namesOf(url, html).some(isName);
    const led = html.links.find(({ text, url: to }) => to !== null && isName(text))?.url ?? null;
    return {
      url,
      isHome: html.kind === 'home',
      led: led === null ? null : cut(led, 300),
      said: isPolicy ? partsOf(html) : null,
      inNotice: !isPolicy && speaksOfData(url, html) ? partsOf(html) : null,
    };
  },
  *propose(rows, { config }) {
    const item = 'ETA-04';
    const policies = rows.flatMap((row) => (row.said ? [{ url: row.url, said: row.said }] : []));
    const [first] = policies.toSorted((a, b) => Object.keys(b.said).length - Object.keys(a.said).length);
    if (!first) {
      const led = rows.find((row) => row.led !== null)?.led;
      const home = rows.find(({ isHome }) => isHome)?.url ?? config.site.address;
      yield led
        ? {
            item,
            answer: 'a_verifier',
            why: 'La page sur les données personnelles n’a pas été lue : l’ouvrir, et y chercher pourquoi elles sont traitées, combien de temps, et qui contacter.',
            excerpts: [{ url: led }],
          }
        : (noticed(rows) ?? {
            item,
            answer: 'non_conforme',
            why: 'Aucune page sur les données personnelles n’a été trouvée, ni de lien vers elle : la chercher au pied de la page d’accueil.',
            excerpts: [{ url: home }],
          });
      return;
    }
    const { url, said } = first;
    const missing = ALL.filter((part) => said[part] === undefined).map((part) => PARTS[part].name);
    const excerpts = excerptsOf(url, said);
    yield missing.length > 0
      ? {
          item,
          answer: 'non_conforme',
          why: `La page sur les données personnelles ne semble pas dire ${LIST.format(missing)}.`,
          excerpts: excerpts.length > 0 ? excerpts : [{ url }],
        }
      : {
          item,
          answer: 'conforme',
          why: 'La page dit pourquoi les données sont traitées, combien de temps, les droits de chacun et qui contacter : vérifier que ce contact est le bon.',
          excerpts: excerpts.toReversed(),
        };
  },
});

/** Personal data told of within the legal notice: what the law asks for may be there, under no title of its own. */
function noticed(rows: readonly Row[]): Proposal | null {
  const found = rows.find(({ inNotice }) => inNotice !== null);
  if (!found?.inNotice) return null;
  return {
    item: 'ETA-04',
    answer: 'a_verifier',
    why: 'Aucune page n’est consacrée aux données personnelles, mais les mentions légales en parlent : vérifier que tout y est dit, et donner à cette partie un titre et un lien au pied de page.',
    excerpts: excerptsOf(found.url, found.inNotice),
  };
}

function excerptsOf(url: string, said: NonNullable<Row['said']>): Excerpt[] {
  return ALL.flatMap((part) => {
    const quote = said[part];
    return quote === undefined ? [] : [{ url, about: capital(PARTS[part].name), quote }];
  });
}

function speaksOfData(url: string, html: HtmlFacts): boolean {
  return (
    namesOf(url, html).some((name) => NOTICE.test(fold(name))) &&
    html.passages.some(({ inMain, text }) => inMain && PERSONAL.test(fold(text)))
  );
}

function partsOf({ passages }: HtmlFacts): NonNullable<Row['said']> {
  return Object.fromEntries(
    Object.entries(PARTS).flatMap(([part, { words }]) => {
      const quote = quoteOf(passages, words, QUOTE_LENGTH);
      return quote === null ? [] : [[part, quote]];
    }),
  );
}

function namesOf(url: string, { title, headings }: HtmlFacts): string[] {
  const leaf = (title ?? '').split(/ [-–—|] /)[0] ?? '';
  const path = new URL(url).pathname.split('/').at(-1) ?? '';
  return [leaf, headings.find(({ level }) => level === 1)?.text ?? '', path.replace(/[-_]/g, ' ')];
}

function isName(text: string): boolean {
  if (text.length > NAME_LENGTH) return false;
  const folded = fold(text);
  return CLEAR.test(folded) && NAME.test(folded);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
