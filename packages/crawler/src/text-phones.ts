import { phoneTariffOf, phoneTariffRules, type PhoneTariff } from '@qualepref/core';
import { foldInPlace } from './text.ts';

/** A phone number as people write it, in the text composed by `normalize('NFC')`. */
export interface ReadPhone {
  readonly text: string;
  readonly index: number;
  /** As dialled in France, `0491156000`, `3939`, `116117`; a foreign one keeps its `+`. */
  readonly number: string;
  readonly tariff: PhoneTariff;
  /** What is said of its price right behind it, « 0,35 € / min » or « prix d’un appel local ». */
  readonly price: string | null;
}

/** Codes under which the national number is dialled whole; `508` is Saint-Pierre-et-Miquelon. */
const HOME = '33|262|590|594|596|508';
/** How ten digits are grouped; the separator stays the same. */
const GROUPS = [
  '0[1-9](?<mark>[ ./-]|\\. | - )\\d\\d(?:\\k<mark>\\d\\d){3}',
  '0[1-9](?: \\d\\d){4}',
  '0 ?[1-9]\\d{2} \\d{3} \\d{3}',
  '0[ .]?[1-9]\\d{2}(?:[ .]\\d\\d){3}',
  '0[1-9]\\d{8}',
];
/** Codes of here, foreign ones, groups of ten digits, then short numbers. */
const CANDIDATE = new RegExp(
  [
    String.raw`(?<![\w+])(?:(?:\+ ?|00 ?)(?:${HOME})|\(\+(?:${HOME})\)) ?(?:\(0\) ?)?[1-9](?:[ ./-]?\d){5,8}(?!\d)`,
    String.raw`(?<![\w+])\+ ?[1-9]\d{0,2}(?:[ .-]?\(?\d{1,4}\)?){2,5}(?!\d)`,
    ...GROUPS.map((group) => String.raw`(?<![\w+]|[\d][.,/-])${group}(?![\w*]|[./-]\d)`),
    String.raw`(?<![\w.,/-])11[68] ?\d{3}(?![\w*%€]|[.,/-]\d)`,
    String.raw`(?<![\w.,/-])(?:3[0-9] ?\d{2}|10\d{2}|1[0-9]{1,2})(?![\w*%€]|[.,/-]\d| ?€)`,
  ].join('|'),
  'g',
);
const FROM_ABROAD = new RegExp(String.raw`^(?:\+|00)(?:${HOME})(?=[1-9])`);
const REACH = 60;
/** Numbers of ten digits that are not for calling. */
const OTHER_NUMBER =
  /\b(?:siret|siren|iban|rib|bic|cerfa|rna|finess|dossier|fiscal|facture|reference|ref\.|ident\w*|compte|ean|isbn|nir|securite sociale)(?: (?:n ?°|numero|no))?(?: [a-z0-9]{2,4}){0,20} ?:? ?$/;
const CALL =
  /\b(?:tel\w*|tel\.|appel\w*|compos\w*|contact\w*|joindre|joignable|joignez|numero\w*|n ?°|allo(?: service public)?|ligne|standard|serveur vocal|faites)(?: (?:tel\w*|appel\w*|court|vert|gratuit\w*|unique|national|d'urgence|europeen|direct\w*|suivants?|est|au|le|du|de|par|ou|et|bien)){0,6}(?: \d[\d ]{1,6},?(?: ou| et)?(?: le)?){0,3} ?:? ?(?:le )?$/;
const ANY_WORD = /\b(?:le|au|du|composez le|par) $/;
/** What a quantity counts follows it. */
const COUNTED =
  /^ ?(?:€|%|euros?\b|eur\b|ha\b|km\b|m2\b|m\b|kg\b|h\b|heures?\b|jours?\b|ans\b|mois\b|janvier|fevrier|mars|avril|mai\b|juin|juillet|aout|septembre|octobre|novembre|decembre|\d{3}\b|(?:personnes?|habitants?|dossiers?|places?|usagers?|agents?|demandes?|appels?|titres?|logements?|euros|exemplaires?|signes|caracteres|communes|entreprises|sites)\b)/;
const EMERGENCY = ['15', '17', '18', '110', '112', '114', '115', '119', '191', '196', '197'];
const HARMONISED = ['116000', '116006', '116111', '116117', '116123'];
const KNOWN_SHORT = phoneTariffRules.value
  .filter(({ digits }) => digits === 4)
  .flatMap(({ starts }) => starts.filter((start) => start.length === 4));
const PRICE =
  /^[\s)(,;:.-]{0,4}(?<price>(?:service (?:et appel )?gratuits?|(?:appel |numero )?(?:gratuit|non surtaxe)e?|prix d'un appel(?: local)?|cout d'un appel(?: local)?|(?:service )?\d{1,2}(?:[.,]\d{1,3})? ?(?:€|eur\b|euros?|centimes?|cts?)(?: ttc)? ?(?:\/|par|la) ?(?:mn|min(?:ute)?s?|appel))(?: ?\+ ?prix (?:d'un )?appel)?)/;

/**
 * The phone numbers of a text, in its order. Account, company and dossier
 * numbers, dates and amounts are none; a short number counts only where
 * something says that it is called.
 */
export function phonesIn(written: string): ReadPhone[] {
  const text = written.normalize('NFC');
  const folded = foldInPlace(text);
  let done = 0;
  return [...folded.matchAll(CANDIDATE)].flatMap((match) => {
    const [shown] = match;
    const lead = folded.slice(Math.max(0, match.index - REACH), match.index);
    const rest = folded.slice(match.index + shown.length, match.index + shown.length + REACH);
    const number = digitsOf(shown);
    // A group of another number, unless that one is a phone too.
    const isTail = /\d ?$/.test(lead) && done < match.index - 1;
    if (isTail || OTHER_NUMBER.test(lead) || !isCalled(shown, number, lead, rest)) return [];
    done = match.index + shown.length;
    return [
      {
        text: text.slice(match.index, done),
        index: match.index,
        number,
        tariff: phoneTariffOf(number),
        price: priceOf(text, done, rest),
      },
    ];
  });
}

function priceOf(text: string, from: number, rest: string): string | null {
  const match = PRICE.exec(rest);
  const price = match?.groups?.['price'];
  if (!match || price === undefined) return null;
  const end = from + match[0].length;
  return text.slice(end - price.length, end);
}

function digitsOf(written: string): string {
  const bare = written.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
  const home = FROM_ABROAD.exec(bare)?.[0];
  if (home === undefined) return bare;
  const rest = bare.slice(home.length);
  // The six digits of Saint-Pierre-et-Miquelon are dialled behind its code.
  return home.endsWith('508') && rest.length === 6 ? `0508${rest}` : `0${rest}`;
}

function isCalled(shown: string, number: string, lead: string, rest: string): boolean {
  if (number.startsWith('+')) return number.length >= 9 && number.length <= 16;
  if (number.length >= 9) return number.length === 10;
  if (COUNTED.test(rest)) return false;
  const isAsked = CALL.test(lead);
  if (number.length === 6) return isAsked || HARMONISED.includes(number);
  if (number.length < 4) return isAsked && EMERGENCY.includes(number) && !/\bn ?° ?$/.test(lead);
  if (number.length !== 4 || number.startsWith('0')) return false;
  const isKnown = KNOWN_SHORT.includes(number) || shown.includes(' ');
  return isAsked ? !/\b(?:dossier|article|telegramme)\b/.test(lead) : isKnown && ANY_WORD.test(lead);
}
