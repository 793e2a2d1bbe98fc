import type { Delay, DelayBound, DayUnit } from '@qualepref/core';
import { foldInPlace } from './text.ts';

/** Days of the calendar are told apart from days that nobody qualified. */
export type DelayUnit = DayUnit | 'heures' | 'jours' | 'semaines' | 'mois' | 'ans';

/** A time that a text promises, or says that something takes; in the text composed by `normalize('NFC')`. */
export interface ReadDelay {
  readonly text: string;
  readonly index: number;
  readonly count: number;
  /** The lower bound of « 5 à 8 jours »; `null` when there is none, or when it is in another unit. */
  readonly least: number | null;
  readonly unit: DelayUnit;
  /** `strict` in « moins de 5 jours ». */
  readonly bound: DelayBound;
  /** Said to be the longest: « sous », « dans les », « maximum »… An average is not. */
  readonly isMax: boolean;
}

const UNITS: ReadonlyMap<string, number> = new Map(
  'un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze'
    .split(' ')
    .map((word, at): [string, number] => [word, Math.max(1, at)]),
);
const WORDS: ReadonlyMap<string, number> = new Map([
  ...UNITS,
  ['seize', 16],
  ['dix-huit', 18],
  ['vingt', 20],
  ['vingt-et-un', 21],
  ['vingt et un', 21],
  ['vingt-quatre', 24],
  ['trente', 30],
  ['quarante', 40],
  ['quarante-cinq', 45],
  ['quarante-huit', 48],
  ['cinquante', 50],
  ['soixante', 60],
  ['soixante-douze', 72],
  ['quatre-vingt-dix', 90],
  ['huitaine', 8],
  ['dizaine', 10],
  ['quinzaine', 15],
  ['trentaine', 30],
]);
const NUMBER = String.raw`(?:\d{1,3}|(?:${[...WORDS.keys()].sort((a, b) => b.length - a.length).join('|')})\b(?!-[a-z]))`;
const UNIT = String.raw`(?:heures?|h|jours?|j|semaines?|mois|ans?|annees?)\b`;
const DURATION = new RegExp(
  String.raw`(?<![\w.,/°-])(?:(?:une? )?(?<least>${NUMBER})(?: ?(?<first>${UNIT}))? ?(?:a|ou|-|(?<=\bentre [\w -]{1,30})et) ?)?(?:une? )?(?<count>${NUMBER})(?: ?\([a-z\d -]{1,20}\))?(?: de| d')? ?(?<unit>${UNIT})(?! ?(?:/|sur) ?\d| ?\d)(?<kind> ?-? ?(?:ouvre|ouvrable|calendaire|franc)s?\b)?`,
  'g',
);
/** Without which there is none: one search instead of many at each word. */
const HINT = new RegExp(String.raw`(?<![a-z])${UNIT}`);
const REACH = 70;
/** What makes it a delay whatever the sentence is about. */
const STATED =
  /\b(?:sous|dans les|dans un delai(?: \w+){0,3}?(?: de)?|delais?(?: \w+){0,4}? ?:|delais?(?: (?:de|d'|du|moyens?|maximums?|maximal|actuels?|constate|annonce|legal|indicatif|\w{4,16})){0,5} (?:est|sont|est fixe|passe|de|d'|varie|atteint|inferieur|superieur)(?: (?:de|a|entre|d'environ|actuellement|fixe))*|(?:il faut )?comptez|faut compter|compter|au bout de|d'ici|a l'issue d(?:e|'un delai de)|(?:reponse|traitement|rappel|instruction|reponses|recontacte\w*|traitee?s?|instruite?s?|delivree?s?|envoyee?s?|repondu|reponds|repondons) (?:en|dans|est de|:))(?: (?:environ|moins de|maximum|un maximum de|au plus|au maximum|plus de|en moyenne|les|quelque|pres de|prochains?|prochaines?|entre|l'ordre de|de|a|un|delai|d'environ)){0,4} ?$/;
/** A sentence about what one waits for. */
const TOPIC =
  /\b(?:delais?|repon\w*|repond\w*|trait(?:e|es|ee|ees|er|ement|ements|ons)|instrui\w*|instruct\w*|delivr\w*|envo\w*|rappel\w*|recontact\w*|recev\w*|attente|attendre|patienter|obten\w*|expedi\w*|disponible|retrait|accuse|reclamation\w*|reclam\w*|transmis\w*)\b/;
const NOT_BEFORE =
  /\b(?:valables?|valide|validite(?: \w+){0,3}|dure(?:nt|e|es)?|duree(?: \w+){0,3}|agee?s?|moins de \d+ ans ou|mineurs?|majeurs?|enfants?|sejour\w*|visas?|titres?|cartes?|passeports?|permis|contrats?|stages?|peines?|formation\w*|pendant|durant|depuis|il y a|prison|emprisonnement|datant|dates?|justificati\w*|domicile|bail|tous les|toutes les|chaque|pour|garantie|vieux|vieille|anciennete|experience|residence|residant|residez|conges?|preavis|mariage|mariee?s?|pacs|concubinage|renouvel\w*|plus de|au moins|minimum|reportee?s?|plein|preparation|suspension|retention|conserve\w*|conservation|cycle|mandat|marche)(?: (?:d'au|de|d'|du|des|en|plus|moins|est|sont|au|a|un|une|maximum|minimum|environ|les|limitee?s?|avec|depuis|pour)){0,5} ?$/;
const NOT_AFTER =
  /^ ?(?:,? ?(?:de|d'|du) (?:validite|sejour|prison|emprisonnement|garantie|residence|anciennete|conges?|experience|mariage|vie|stage|formation|presence|travail|bail|preavis|detention|suspension|retention|conservation|loyer|salaire|cotisation|retard|mandat)|renouvelable|revolus?|et plus|ou plus|par (?:semaine|jour|mois|an)|consecuti\w*|d'affilee|plus tot|auparavant|qui precedent|precedent|precedant|avant (?:la|le|les|l'|sa|son|cette|toute)|derniers|feries?|de fermeture|d'ouverture)/;
/** « de moins de 3 mois » is the age of a document, but « en moins de 3 jours » is a delay. */
const AGE =
  /(?<!\b(?:en|dans|sous|delais?(?: [\w']{1,20}){0,5}(?: ?:)?)(?: un delai)?(?: d'un| de)? )\bmoins (?:de|d'un|d')? ?$/;
const AFTER_MAX = /^,? ?(?:au )?(?:maximum|maximal|max\b|au plus|tout au plus|au plus tard)/;
const BEFORE_MAX =
  /\b(?:sous(?: un)?|dans les|maximum|maximal|max\.?|au plus|au plus tard|d'ici|(?:n'excede|ne depasse|n'excedera|n'excedant) pas|avant)(?: (?:de|a|un|une|delai|d'environ|les)){0,3} ?$/;
const STRICT = /\b(?:moins|inferieurs?) (?:de|d'|a|d'un) ?$/;
/** How far the sentence is looked at. */
const SENTENCE = 160;

/**
 * The delays of a text, in its order. How long a title is valid, how old
 * somebody is and how long a stay lasts are none; what may be either is left out.
 */
export function delaysIn(written: string): ReadDelay[] {
  const text = written.normalize('NFC');
  const folded = foldInPlace(text);
  if (!HINT.test(folded)) return [];
  return [...folded.matchAll(DURATION)].flatMap((match) => {
    const groups = match.groups ?? {};
    const { index } = match;
    const end = index + match[0].length;
    const lead = folded.slice(Math.max(0, index - REACH), index);
    const rest = folded.slice(end, end + REACH);
    const unit = unitOf(groups['unit'] ?? '', groups['kind'] ?? '');
    const count = numberOf(groups['count']);
    const first = groups['first'];
    const hasLeast =
      groups['least'] !== undefined &&
      (first === undefined || unitOf(first, '') === unitOf(groups['unit'] ?? '', ''));
    if (count === 0 || (groups['unit'] === 'h' && count < 24)) return [];
    // « 5 j » may be anything, « 5 j ouvrés » and « sous 5 j » may not.
    if (groups['unit'] === 'j' && groups['kind'] === undefined && !STATED.test(lead)) return [];
    if (!isDelay(lead, rest, sentenceAround(folded, index, end), unit)) return [];
    return [
      {
        text: text.slice(index, end),
        index,
        count,
        least: hasLeast ? numberOf(groups['least']) : null,
        unit,
        bound: STRICT.test(lead) ? 'strict' : 'inclusive',
        isMax: STRICT.test(lead) || BEFORE_MAX.test(lead) || AFTER_MAX.test(rest),
      },
    ];
  });
}

/**
 * As core counts it; `null` for what is not in days, and for days that nobody
 * qualified: it is not for us to say which ones were meant.
 */
export function delayOf({ count, unit, bound }: ReadDelay): Delay | null {
  switch (unit) {
    case 'ouvres':
    case 'ouvrables':
    case 'calendaires':
      return { amount: count, unit, bound };
    case 'semaines':
      return { amount: count * 7, unit: 'calendaires', bound };
    case 'heures':
    case 'jours':
    case 'mois':
    case 'ans':
      return null;
  }
}

function isDelay(lead: string, rest: string, sentence: string, unit: DelayUnit): boolean {
  if (NOT_AFTER.test(rest) || AGE.test(lead)) return false;
  if (STATED.test(lead)) return true;
  return unit !== 'ans' && !NOT_BEFORE.test(lead) && TOPIC.test(sentence);
}

function sentenceAround(folded: string, start: number, end: number): string {
  const before = folded.slice(Math.max(0, start - SENTENCE), start);
  const after = folded.slice(end, end + SENTENCE);
  return (
    (before.split(/[.!?\n;] ?(?=\s|$)|\n/).at(-1) ?? '') + (after.split(/[.!?;](?=\s|$)|\n/, 1)[0] ?? '')
  );
}

function numberOf(word = ''): number {
  return WORDS.get(word) ?? Number(word);
}

function unitOf(name: string, kind: string): DelayUnit {
  if (name.startsWith('h')) return 'heures';
  if (name.startsWith('s')) return 'semaines';
  if (name.startsWith('m')) return 'mois';
  if (name.startsWith('a')) return 'ans';
  if (kind.includes('ouvre')) return 'ouvres';
  if (kind.includes('ouvrable')) return 'ouvrables';
  return kind.includes('calendaire') ? 'calendaires' : 'jours';
}
