import { francAll } from 'franc';
import { Known } from './known.ts';

/** The language that a text is written in, as far as its letters and small words tell. */
export interface DetectedLanguage {
  /** ISO 639-1. */
  readonly language: string;
  /** How far the second guess is behind, from 0 to 1. */
  readonly margin: number;
  /** Share of the words that are small words of that language; 1 where the script alone tells. */
  readonly smallWords: number;
  /** How far that share is ahead of any other language's. */
  readonly lead: number;
  readonly letters: number;
  readonly words: number;
}

/** Those that a French administration's page may hold, by their code in franc. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ fra: 'fr', eng: 'en', spa: 'es', deu: 'de', ita: 'it', por: 'pt', nld: 'nl' },
  ...{ arb: 'ar', rus: 'ru', ukr: 'uk', ell: 'el', heb: 'he', cmn: 'zh', jpn: 'ja', kor: 'ko' },
};

/** Words that make up a third of any text of that language, and of no other much. */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    fr: 'le la les l un une des du de d et est en à au aux pour par sur dans que qui ne pas vous votre vos nous ce cette ces son sa ses il elle ils avec ou où être sont plus se n s c qu y leur comme',
    en: 'the of and to in is that it for on with as are this be by at from or an was you your not have has we can will which their they he she his her there been but if when what all do does our i my',
    es: 'el los las una de y en que es para por con del al se su sus no lo como más o este esta estos son está usted pero ha le si cada muy sin sobre también todo todos hay cuando donde desde hasta sus',
    de: 'der die das und ist in den von zu mit für auf dem des ein eine einen nicht sie wir ich es als auch an werden wird sind bei im zur zum oder ihre ihr aus nach am um jede jeder jedes kein keine keinen bitte damit wenn vor unter über haben können zwischen dass wie noch nur sind vom durch uns',
    it: 'il lo gli una di e è in che per con del della dei delle al alla non si sono da un come più o questo questa nel nella i anche alla degli dei ai agli sulla dal dalla ogni dove quando ed tra essere hanno loro',
    pt: 'o os as uma de e é em que para por com do da dos das no na não se um como mais ou este esta são ao seu sua',
    nl: 'de het een van en is in te dat die op voor met zijn niet aan er om ook als bij of naar u uw wij ze door wordt worden',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Words that make small words a proof by themselves. */
const LONG = 30;

/** A longer text tells nothing more. */
const ENOUGH = 2_000;

const detected = new Known<DetectedLanguage | null>();

/** The most likely language of a text; `null` when there is too little of it, or in a script that tells nothing. */
export function detectLanguage(text: string): DetectedLanguage | null {
  return detected.get(text.slice(0, ENOUGH), detectOnce);
}

function detectOnce(text: string): DetectedLanguage | null {
  const sample = text.replace(/\b\S{1,80}[@/]\S+|\bwww\.\S+/g, ' ');
  let letters = 0;
  for (const run of sample.match(/\p{L}+/gu) ?? []) letters += lettersIn(run);
  const words = wordsOf(sample);
  const [best, next] = francAll(sample, {
    only: Object.keys(LANGUAGES),
    minLength: 10,
  });
  const language = LANGUAGES[best?.[0] ?? ''];
  if (!best || language === undefined || letters < 10) return null;
  const small = SMALL_WORDS[language];
  const smallWords = small ? words.filter((word) => small.has(word)).length / words.length : 1;
  const others = Object.entries(SMALL_WORDS).map(([name, own]) =>
    name === language ? 0 : words.filter((word) => own.has(word)).length / words.length,
  );
  const lead = smallWords - Math.max(0, ...others);
  return { language, margin: best[1] - (next?.[1] ?? 0), smallWords, lead, letters, words: words.length };
}

/** A consonant alone is a word where it is elided; elsewhere a unit or an initial: « 45 C », « M. X ». */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{2,}|[^\P{L}bcdfghjklmnpqrstvwxz]|\p{L}(?=['’])/gu) ?? [];
}

/** Not units: some scripts take two for a letter. */
function lettersIn(run: string): number {
  return run.length - (run.match(/[\ud800-\udbff]/g)?.length ?? 0);
}

/** Whether letters and small words agree, well ahead of any other language; a longer text needs its letters less. */
export function isCertain({ margin, smallWords, lead, words }: DetectedLanguage): boolean {
  if (smallWords === 1) return true;
  const isAhead = margin >= 0.1 || (words >= LONG && margin >= 0.05 && lead >= 0.15);
  return isAhead && smallWords >= 0.2 && words >= 6;
}

/** Languages of one script, among which letters alone do not tell: Persian is no Arabic, nor is Russian Ukrainian. */
const SCRIPTS: readonly ReadonlySet<string>[] = [
  'ar fa prs ur ps ckb ku ug sd',
  'ru uk be bg mk sr mn kk ky tg tt',
  'zh ja yue wuu',
  'he yi',
].map((languages) => new Set(languages.split(' ')));

/** Whether a text of one of two languages may be taken for one of the other, by its letters. */
export function areWrittenAlike(one: string, other: string): boolean {
  return SCRIPTS.some((script) => script.has(one) && script.has(other));
}

/** How much of a text is made of the small words of a language, from 0 to 1; 0 for a language that has no list. */
export function shareOfSmallWords(text: string, language: string): number {
  const words = wordsOf(text.slice(0, ENOUGH));
  const small = SMALL_WORDS[language];
  return small && words.length > 0 ? words.filter((word) => small.has(word)).length / words.length : 0;
}
