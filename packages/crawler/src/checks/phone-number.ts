import { cantTell, failed, siteCheck, type Check } from '../check.ts';
import type { HtmlFacts, LinkFacts } from '../facts.ts';
import { ownTitle } from '../own-title.ts';
import type { Excerpt, Proposal } from '../proposal.ts';
import { hasPurpose } from '../purpose.ts';
import type { Passage } from '../read-passages.ts';
import { phonesIn, type ReadPhone } from '../text-phones.ts';
import { cut, fold } from '../text.ts';
import type { Config } from '@qualepref/core';
import { siteLabel } from '../site-told.ts';

interface Dear {
  readonly number: string;
  readonly quote: string;
  /** `warned`: told as one not to call; `sheet`: the national sheet's own; `unproven`: its digits do not tell. */
  readonly kind: 'proven' | 'warned' | 'sheet' | 'unproven';
}

interface Row {
  readonly url: string;
  readonly title: string;
  /** The first text of its own that holds a number. */
  readonly shown: string | null;
  readonly dear: readonly Dear[];
  /** Numbers that nothing says what they are for. */
  readonly bare: readonly string[];
  /** Links that show a number and dial another. */
  readonly misdialled: readonly string[];
  /** Numbers of the configuration that it shows, by site and place. */
  readonly known: readonly string[];
}

const MOST = 4;
/** Nine digits with little between them, or a short number: cheaper than reading each text. */
const MAY_BE = /(?:\d[ .()/\u00a0\u202f-]{0,3}){9}|\b(?:3\d|10)[ \u00a0]?\d{2}\b|\b11\d[ \u00a0]?\d{3}\b/;
const QUOTE_LENGTH = 110;
/** Who warns against a number does not offer it. */
const WARNING =
  /\b(?:ne (?:rappelez|appelez|composez) (?:pas|jamais|surtout)|arnaques?|escroquer\w*|fraud\w+|demarchage|spam|33 ?700|usurp\w+|piege\w*|mefi\w+)\b/;
const FREE_PRICE = /gratuit|non surtax|prix d.un appel|co[uû]t d.un appel/i;

/**
 * Numbers to call: never at a higher price (loi n° 2018-727, article 28), and
 * each with what it is for (Services Publics +, engagement 2).
 */
export const phoneNumber: Check = siteCheck({
  id: 'phone-number',
  items: ['ACC-05'],
  codes: {
    surcharged: {
      items: ['ACC-06'],
      severity: 'major',
      text: 'Le numéro {number} est surtaxé : le remplacer par un numéro au prix d’un appel ordinaire, ou gratuit.',
    },
    'surcharged-in-warning': {
      items: ['ACC-06'],
      severity: 'info',
      text: 'Le numéro surtaxé {number} semble cité pour mettre en garde : vérifier que l’usager n’est pas invité à l’appeler.',
    },
    'surcharged-in-sheet': {
      items: ['ACC-06'],
      severity: 'minor',
      text: 'Le numéro surtaxé {number} est donné par la fiche nationale : le signaler à Service-Public, et donner à côté un numéro de la préfecture.',
      owner: 'third-party',
    },
    'unproven-tariff': {
      items: ['ACC-06'],
      severity: 'info',
      text: 'Rien ne prouve le tarif du numéro {number} : vérifier qu’il n’est pas surtaxé, et l’écrire à côté.',
    },
  },
  project({ url, html }, { config }): Row | null {
    if (html.kind === 'acts') return null;
    const found = html.passages.flatMap((passage) => {
      if (!MAY_BE.test(passage.text)) return [];
      const phones = phonesIn(passage.text).filter(({ number }) => number.length > 3);
      return phones.length > 0 ? [{ passage, phones }] : [];
    });
    const links = html.links.filter(({ kind }) => kind === 'phone');
    const dear = [...found.flatMap(dearOf), ...links.flatMap(dearLink)];
    const misdialled = links.filter(isMisdialled).map(({ text, href }) => `${text} compose ${href}`);
    const shown = found.find(({ passage }) => passage.inMain) ?? null;
    if (found.length === 0 && dear.length === 0 && misdialled.length === 0) return null;
    const all = new Set(found.flatMap(({ phones }) => phones.map(({ number }) => number)));
    return {
      url,
      title: ownTitle(html),
      shown: shown && cut(shown.passage.text, QUOTE_LENGTH),
      dear: dear
        .filter(({ number }, at) => dear.findIndex((one) => one.number === number) === at)
        .slice(0, MOST),
      bare: bareOf(found, html).slice(0, MOST),
      misdialled: misdialled.map((text) => cut(text, QUOTE_LENGTH)).slice(0, MOST),
      known: wantedPhones(config).flatMap(({ key, number }) => (all.has(number) ? [key] : [])),
    };
  },
  *judge(rows) {
    for (const { url, dear } of rows) {
      for (const { number, kind, quote } of dear) {
        const at = { url, quote, cause: number };
        if (kind === 'proven') yield failed('surcharged', { number }, at);
        else if (kind === 'warned') yield cantTell('surcharged-in-warning', { number }, at);
        else if (kind === 'sheet') yield cantTell('surcharged-in-sheet', { number }, at);
        else yield cantTell('unproven-tariff', { number }, at);
      }
    }
  },
  *propose(rows, { config }) {
    yield purposes(rows, config);
  },
});

function dearOf({ passage, phones }: { passage: Passage; phones: readonly ReadPhone[] }): Dear[] {
  return phones.flatMap(({ number, tariff, price }): Dear[] => {
    const isPriced = price !== null && !FREE_PRICE.test(price);
    const isDear = tariff === 'surcharged' || isPriced;
    if (!isDear && (tariff !== 'unproven' || number.startsWith('+') || price !== null)) return [];
    const quote = cut(passage.text, QUOTE_LENGTH);
    if (!isDear) return passage.inSheet ? [] : [{ number, quote, kind: 'unproven' }];
    const kind = passage.inSheet ? 'sheet' : WARNING.test(fold(passage.text)) ? 'warned' : 'proven';
    return [{ number, quote, kind }];
  });
}

function dearLink({ href, text }: LinkFacts): Dear[] {
  const [phone] = dialled(href);
  return phone?.tariff === 'surcharged'
    ? [{ number: phone.number, quote: cut(text, QUOTE_LENGTH), kind: 'proven' }]
    : [];
}

function dialled(href: string): ReadPhone[] {
  return phonesIn(`tél. ${href.replace(/^tel:/i, '').replace(/%20/g, ' ').trim()}`);
}

/** What it shows is one number, and what it dials another. */
function isMisdialled({ href, text }: LinkFacts): boolean {
  const [to] = dialled(href);
  const shown = phonesIn(text);
  return to !== undefined && shown.length === 1 && shown[0]?.number !== to.number;
}

function bareOf(
  found: readonly { readonly passage: Passage; readonly phones: readonly ReadPhone[] }[],
  html: HtmlFacts,
): string[] {
  return found
    .filter(({ passage, phones }) => {
      const parts = phones.flatMap(({ text, price }) => [text, price ?? '']).filter((part) => part !== '');
      return !passage.inSheet && !hasPurpose(passage, html, parts);
    })
    .map(({ passage }) => cut(passage.text, QUOTE_LENGTH));
}

interface Wanted {
  readonly key: string;
  readonly number: string;
  readonly label: string;
}

/** Worked out once: every page asks. */
const wanted = new WeakMap<Config, readonly Wanted[]>();

function wantedPhones(config: Config): readonly Wanted[] {
  const kept = wanted.get(config);
  if (kept) return kept;
  const made = config.sites.flatMap((site) =>
    (site.phones ?? []).flatMap(({ number }) =>
      phonesIn(`tél. ${number}`).map((read) => ({
        key: `${site.id} ${read.number}`,
        number: read.number,
        label: `${siteLabel(site)} : ${number}`,
      })),
    ),
  );
  wanted.set(config, made);
  return made;
}

function purposes(rows: readonly Row[], config: Config): Proposal {
  const item = 'ACC-05';
  const quotes = (of: (row: Row) => readonly string[], about: string): Excerpt[] =>
    rows.flatMap((row) =>
      of(row).map((quote) => ({ url: row.url, about: `${row.title} : ${about}`, quote })),
    );
  const wrong = quotes(({ misdialled }) => misdialled, 'le lien compose un autre numéro');
  const bare = quotes((row) => row.bare, 'sans objet');
  const absent = wantedPhones(config).filter(({ key }) => !rows.some(({ known }) => known.includes(key)));
  const excerpts = [
    ...wrong,
    ...bare,
    ...rows.flatMap(({ url, title, shown }) => (shown === null ? [] : [{ url, about: title, quote: shown }])),
  ];
  if (wrong.length > 0)
    return {
      item,
      answer: 'non_conforme',
      why: 'Un lien compose un autre numéro que celui qu’il affiche : le corriger.',
      excerpts,
    };
  if (absent.length > 0)
    return {
      item,
      answer: 'non_conforme',
      why: `Des numéros de qualepref.yml ne figurent sur aucune page lue (${absent
        .slice(0, 4)
        .map(({ label }) => label)
        .join(' ; ')}) : les afficher, ou corriger « sites.phones ».`,
      excerpts,
    };
  if (bare.length > 0)
    return {
      item,
      answer: 'non_conforme',
      why: 'Des numéros sont affichés sans rien qui dise à quoi ils servent : l’écrire à côté.',
      excerpts,
    };
  if (rows.length === 0)
    return {
      item,
      answer: 'a_verifier',
      why: 'Aucun numéro de téléphone n’a été trouvé sur les pages lues.',
      excerpts,
    };
  return {
    item,
    answer: 'conforme',
    why: `Chaque numéro est accompagné de son objet, en toutes lettres ou par le titre au-dessus.${
      wantedPhones(config).length === 0
        ? ' Renseigner « sites.phones » dans qualepref.yml pour que l’audit cherche ceux qui manquent.'
        : ''
    }`,
    excerpts,
  };
}
