import { foldInPlace } from './text.ts';

/** A postal address as people write it, on one line or several. */
export interface ReadAddress {
  /** From its first line to its town, in the text composed by `normalize('NFC')`. */
  readonly text: string;
  readonly index: number;
  /** `66`, `66 bis`, `12-14`; `null` when the street has none. */
  readonly number: string | null;
  /** As written; `null` for a box and a town. */
  readonly street: string | null;
  /** `CS 80001`, `BP 12`; `null` when there is none. */
  readonly box: string | null;
  /** What else stands between the street and the town: a building, a floor. */
  readonly complement: string | null;
  readonly postalCode: string;
  readonly town: string;
  /** Mail is brought there by another way: its postal code is not that of the street. */
  readonly isCedex: boolean;
}

/** What addresses are compared by. */
export type AddressKey = Pick<ReadAddress, 'number' | 'street' | 'postalCode' | 'isCedex'>;

/** Short forms, and plurals, of the kinds of streets. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ av: 'avenue', ave: 'avenue', bd: 'boulevard', bld: 'boulevard', blvd: 'boulevard', boul: 'boulevard' },
  ...{ pl: 'place', r: 'rue', crs: 'cours', all: 'allee', allees: 'allee', ch: 'chemin', che: 'chemin' },
  ...{ imp: 'impasse', rte: 'route', sq: 'square', esp: 'esplanade', espl: 'esplanade', pass: 'passage' },
  ...{ fg: 'faubourg', fbg: 'faubourg', qu: 'quai', res: 'residence', prom: 'promenade' },
};
const LONG_KINDS =
  'avenue|boulevard|place|rue|cours|quai|allees?|chemin|impasse|route|square|esplanade|passage|faubourg|promenade|traverse|montee|rond-point|sentier|voie|zone|za|zac|zi|mail|parvis|cite|lotissement|residence|rampe|corniche|chaussee|ruelle|hameau|lieu-dit|quartier|pont|galerie|venelle';
const NAME = String.raw`[^\n,;:|()<>]{2,70}`;
const NUMBER = String.raw`\d{1,4}(?: ?[-/] ?\d{1,4})?(?: ?(?:bis|ter|quater|[a-d])\b)?`;
const STREET = new RegExp(
  String.raw`(?<![\w'-])(?:(?<number>${NUMBER}) {0,2},? {0,2}(?<street>(?:(?:${Object.keys(KINDS).join('|')})\b\.?|(?:${LONG_KINDS})\b) ?${NAME})|(?<named>(?:(?:av|bd|pl)\b\.?|(?:${LONG_KINDS})\b) ${NAME}))`,
  'g',
);
/** Ends the name of a street that nothing else separates from what follows; short forms have a full stop too. */
const STREET_END = / -|- | ?\b(?:cs|bp|tsa)\b(?= ?\d)| \d{5}\b|(?<=[a-z]{5})\. |$/;
const PARTICLE = String.raw`(?:sur|sous|en|de|du|des|la|le|les|l[eè]s|aux?|et)`;
/** Words that a town is followed by on the same line. */
const NO_TOWN = String.raw`(?:c[eé]dex|t[eé]l|fax|courriel|e-?mail|mail|ouvert|horaires?|accueil|france|m[eé]tro|bus|tram|plan|acc[eè]s|standard)(?![\p{L}-])|t[eé]l[eé]phone`;
const WORD = String.raw`\p{Lu}[\p{L}'’-]{0,40}`;
const TOWN = new RegExp(
  String.raw`(?<![\p{L}\d.,/*°-])(?<code>(?:0[1-9]|[1-8]\d|9[0-57-8])\d{3})(?:,? {1,3}|\u00a0| - )(?<town>${WORD}(?: (?:${PARTICLE} ){0,2}(?:[dl]['’])?${WORD}){0,5})`,
  'gu',
);
const TOWN_END = new RegExp(String.raw`[ -](?=${NO_TOWN})`, 'iu');
const CEDEX = /^[ -]{1,2}c[eé]dex\b(?: ?\d{1,2}(?!\d))?/i;
const BOX = /\b(?:cs|bp|tsa|boite postale)(?: ?n ?°)? ?\d[\d ]{0,7}(?!\d)/;
/** Five digits that are no postal code, though words follow. */
const OTHER_NUMBER =
  /(?:\bcerfa|\bn ?°|\bnumero|\bdossier|\breference|\bsiret|\bsiren|€|\bannexe|\bcompte|\bref\.?) ?:? ?$/;
const REACH = 240;
const MAX_LINES = 5;

/**
 * The postal addresses of a text, in its order: a postal code with its town,
 * and a street or a box not far before. A town alone is no address.
 */
export function postalAddressesIn(written: string): ReadAddress[] {
  const text = written.normalize('NFC');
  const folded = foldInPlace(text);
  let done = 0;
  return [...text.matchAll(TOWN)].flatMap((match) => {
    const { code = '', town: words = '' } = match.groups ?? {};
    const lead = lastLines(folded.slice(Math.max(done, match.index - REACH), match.index));
    if (OTHER_NUMBER.test(lead)) return [];
    const from = match.index - lead.length;
    const street = streetIn(lead, text, from);
    const box = BOX.exec(lead);
    if (!street && !box) return [];
    const town = words.split(TOWN_END, 1)[0] ?? words;
    const townEnd = match.index + match[0].length - words.length + town.length;
    const cedex = CEDEX.exec(folded.slice(townEnd, townEnd + 12))?.[0] ?? '';
    const start = from + Math.min(street?.index ?? lead.length, box?.index ?? lead.length);
    done = townEnd + cedex.length;
    return [
      {
        text: text.slice(start, done),
        index: start,
        number: street?.number ?? null,
        street: street?.name ?? null,
        box: box && text.slice(from + box.index, from + box.index + box[0].length).trim(),
        complement: street && complementOf(text.slice(from + street.end, match.index)),
        postalCode: code,
        town,
        isCedex: cedex !== '',
      },
    ];
  });
}

interface Street {
  readonly index: number;
  readonly end: number;
  readonly number: string | null;
  readonly name: string;
}

/** A part of a town, which may stand beside a street. */
const AREA = /^(?:zone|za|zac|zi|cite|lotissement|residence|hameau|lieu-dit|quartier)\b/;

/** The last street with a number, or else the last that has a name. */
function streetIn(lead: string, text: string, from: number): Street | null {
  const streets = [...lead.matchAll(STREET)].flatMap((match) => {
    const { number, street, named } = match.groups ?? {};
    const found = street ?? named ?? '';
    const length = found.search(STREET_END);
    const index = match.index + match[0].length - found.length;
    const name = text.slice(from + index, from + index + length).trim();
    // « en cours de validité » is no street: a name has a capital.
    if (number === undefined && !/[ '’-]\p{Lu}/u.test(name)) return [];
    return [
      {
        index: match.index,
        end: index + length,
        number:
          number === undefined
            ? null
            : tight(text.slice(from + match.index, from + match.index + number.length)),
        name,
      },
    ];
  });
  return (
    streets.findLast(({ number }) => number !== null) ??
    streets.findLast(({ name }) => !AREA.test(foldInPlace(name))) ??
    streets.at(-1) ??
    null
  );
}

function tight(number: string): string {
  return number.replace(/ ?([-/]) ?/, '$1');
}

function complementOf(between: string): string | null {
  const folded = foldInPlace(between);
  const box = BOX.exec(folded);
  const bare = box ? `${between.slice(0, box.index)} ${between.slice(box.index + box[0].length)}` : between;
  const words = bare.replace(/[\s,;:|()–-]+/g, ' ').trim();
  return words === '' ? null : words;
}

function lastLines(lead: string): string {
  const lines = lead.split('\n');
  return lines.slice(-MAX_LINES).join('\n');
}

const WORDS: Readonly<Record<string, string>> = {
  ...{ st: 'saint', ste: 'sainte', dr: 'docteur', gal: 'general', mal: 'marechal', pdt: 'president' },
  ...{ pdte: 'presidente', col: 'colonel', cdt: 'commandant', cap: 'capitaine', prof: 'professeur' },
};
const EMPTY_WORDS: ReadonlySet<string> = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'l',
  'd',
  'et',
  'a',
  'au',
  'aux',
]);

/**
 * Whether two addresses name one door: number, words of the street and postal
 * code. A CEDEX has a postal code of its own, so that only its département is
 * compared. Without a street nothing is proven.
 */
export function sameAddress(one: AddressKey, other: AddressKey): boolean {
  if (one.street === null || other.street === null) return false;
  const isCode =
    one.postalCode === other.postalCode ||
    ((one.isCedex || other.isCedex) && one.postalCode.slice(0, 2) === other.postalCode.slice(0, 2));
  return isCode && numberKey(one) === numberKey(other) && streetKey(one.street) === streetKey(other.street);
}

function numberKey({ number }: AddressKey): string {
  return foldInPlace(number ?? '').replace(/ /g, '');
}

function streetKey(street: string): string {
  const [kind = '', ...words] = foldInPlace(street.normalize('NFC'))
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
  const name = words.filter((word) => !EMPTY_WORDS.has(word)).map((word) => WORDS[word] ?? word);
  return [KINDS[kind] ?? kind, ...name].join(' ');
}
